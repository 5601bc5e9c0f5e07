import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Language } from '../../base/language.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { Evidence } from '../../checks/evidence.ts';
import type { Verdict } from '../../checks/verdict.ts';
import { openEngine } from '../../engine/dockerode/dockerode-engine.ts';
import type { ConnectedEngine } from '../../engine/engine.ts';
import { tellReport } from '../../verdict/tell-report.ts';
import type { ToldObjective, ToldReport } from '../../verdict/told-report.ts';
import { verify } from '../../verdict/verify.ts';
import { noJournal } from '../fakes/journal.ts';

const root = join(import.meta.dirname, '../../..');

export interface VerdictOptions {
  readonly binds?: Readonly<Record<string, string>>;
  /** Allowed where nothing else is said, as the catalogue is proven. */
  readonly disrupt?: boolean;
  readonly language?: Language;
  readonly waitMs?: number;
  /** Role → path, as a `lab.json` gives them. */
  readonly paths?: Readonly<Record<string, string>>;
  /** With RECORD_FIXTURES=1, the evidence is kept under this name for the judge's unit tests. */
  readonly record?: string;
}

/** The engine of the tests, to be disposed of: `await using connected = connect()`. */
export function connect(): ConnectedEngine & AsyncDisposable {
  const engine = openEngine({ address: process.env.DOCKER_HOST ?? '' });
  return { engine, source: 'test', journal: noJournal, [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose]() };
}

/** The folder of a challenge, with its solution, starter and sabotage. */
export const folderOf = (challenge: Challenge) => join(root, 'challenges', challenge.id);

/** Verifies a challenge against the engine of the tests, and sees to it that no probe is left behind. */
export async function verdicts(challenge: Challenge, options: VerdictOptions = {}): Promise<ToldReport> {
  await using connected = connect();
  const { binds = {}, disrupt = true, language = 'en', waitMs, paths = {}, record } = options;
  let evidence: Evidence | undefined;
  const report = await verify(challenge, connected, {
    binds,
    paths,
    disrupt,
    signal: new AbortController().signal,
    ...(waitMs === undefined ? {} : { waitMs }),
    onEvidence: gathered => {
      evidence = gathered;
    },
  });
  if (record !== undefined) await keepEvidence(challenge, record, evidence);
  expect(await connected.engine.helperSessions(), 'probes left behind').toEqual([]);
  return tellReport(report, challenge, language);
}

/**
 * With RECORD_FIXTURES=1, keeps evidence under a name for the judge's unit tests: challenge 1's in `evidence`, that of the
 * others in `evidence-02` and so on.
 */
export async function keepEvidence(challenge: Challenge, name: string, evidence: Evidence | undefined): Promise<void> {
  if (process.env.RECORD_FIXTURES !== '1') return;
  const suffix = challenge.number === 1 ? '' : `-${String(challenge.number).padStart(2, '0')}`;
  const folder = join(root, 'runner/test/fixtures', `evidence${suffix}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(evidence, undefined, 1)}\n`);
}

/** The ids of the objectives with this verdict, in the challenge's order. */
export const having = (report: ToldReport, verdict: Verdict): string[] =>
  report.objectives.filter(objective => objective.verdict === verdict).map(({ id }) => id);

/** What the report says of one objective; throws a TypeError where there is none of that id. */
export function objectiveOf(report: ToldReport, id: string): ToldObjective {
  const found = report.objectives.find(objective => objective.id === id);
  if (found === undefined) throw new TypeError(`${report.challenge} has no objective ${id}`);
  return found;
}
