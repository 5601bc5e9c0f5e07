import { setTimeout as pause } from 'node:timers/promises';
import type { Challenge } from '../challenge/definition.ts';
import { isDisruptive } from '../checks/disruptive-checks.ts';
import type { ConnectedEngine } from '../engine/engine.ts';
import { allRequiredPassed, type Report, scoreOf } from '../verdict/report.ts';
import { type VerifyOptions, verify } from '../verdict/verify.ts';

/** How long verdicts may take to come true. */
export interface UntilStableOptions extends Pick<VerifyOptions, 'binds' | 'paths' | 'statedPaths' | 'signal'> {
  /** Milliseconds from now after which the verdicts are what they are. */
  readonly verdictMs: number;
  /** Called before containers are disturbed. */
  readonly onDisrupt: () => void;
}

/** Between two looks at what does not pass yet: what starts up gets some air, in milliseconds. */
const pauseMs = 1000;

/**
 * The verdicts of a throwaway engine, as they are once everything required has passed or the time is up: a database takes
 * its time to start, and so do those that wait for it. Then, where something hangs on it, with outages. An outage is the
 * lab's doing: it takes nothing away that had passed before.
 */
export async function verifyUntilStable(
  challenge: Challenge,
  engine: ConnectedEngine,
  options: UntilStableOptions,
): Promise<Report> {
  const { binds, paths, statedPaths, signal } = options;
  const said = { ...(paths === undefined ? {} : { paths }), ...(statedPaths === undefined ? {} : { statedPaths }) };
  const how = { binds, ...said, signal };
  const until = Date.now() + options.verdictMs;
  let report = await verify(challenge, engine, { ...how, disrupt: false });
  while (!allRequiredPassed(report) && Date.now() < until) {
    await pause(Math.min(pauseMs, until - Date.now()), undefined, { signal });
    report = better(report, await verify(challenge, engine, { ...how, disrupt: false }));
  }
  if (!hangsOnOutages(challenge, report)) return report;
  options.onDisrupt();
  return withOutages(challenge, report, await verify(challenge, engine, { ...how, disrupt: true, throwaway: true }));
}

/** Whether there is an objective that only an outage tells, and nothing else keeps it from being told. Pure. */
export function hangsOnOutages(challenge: Challenge, report: Report): boolean {
  const outages = challenge.objectives.filter(({ check }) => isDisruptive(check)).map(({ id }) => id);
  return report.objectives.some(
    ({ id, verdict }) => outages.includes(id) && verdict !== 'blocked' && verdict !== 'pass',
  );
}

/** What the outages tell, beside what was told before them. Pure. */
export function withOutages(challenge: Challenge, before: Report, after: Report): Report {
  const objectives = before.objectives.map((objective, index) => {
    const check = challenge.objectives[index]?.check;
    return check !== undefined && isDisruptive(check) ? (after.objectives[index] ?? objective) : objective;
  });
  return { ...before, objectives, score: scoreOf(objectives) };
}

/** The later report, unless it earns less: what has once been true in a run was true. Pure. */
export function better(earlier: Report, later: Report): Report {
  const all = ({ score }: Report) => score.earned + score.bonus;
  return all(later) >= all(earlier) ? later : earlier;
}
