import { sharedNetworks } from '../../engine/addresses.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { type CallEvidence, watchedUntil } from '../../probes/calls.ts';
import { watchCalls } from '../../probes/watch-calls.ts';
import { between } from '../evidence.ts';
import { askRoles } from '../http/ask-roles.ts';
import { wayOf } from '../networks/way-of.ts';
import type { Experiment, Run } from '../run.ts';
import { rhythmOf } from './rhythm.ts';

/** Passive: watches those who should call others of their own accord, until it is clear how, or time is up. */
export const watchPairs: Experiment = {
  name: 'calls',
  about: 'the traffic between the two, watched for some seconds',
  stage: 'ask',
  needs: [askRoles],
  async experiment(run: Run): Promise<void> {
    const wanted = [
      ...run.checks('periodic-requests'),
      ...run.checks('reached-by-name'),
      ...run.checks('survives-restart'),
    ];
    const pairs = run.pairs().filter(({ from, to }) => wanted.some(check => check.from === from && check.to === to));
    await Promise.all(pairs.map(pair => watchPair(run, pair)));
  },
};

type Pair = ReturnType<Run['pairs']>[number];

async function watchPair(run: Run, { from, to, caller, callee }: Pair): Promise<void> {
  const { facts, http } = run.evidence;
  const canMeet = sharedNetworks([caller, callee], facts).length > 0;
  const answered = http[to]?.attempts.some(({ outcome }) => outcome.ok) ?? true;
  // Where they cannot meet, the objectives that need calls are blocked: a look is enough.
  const waitMs = canMeet && answered ? run.options.waitMs : 0;
  await run.try(between(from, to), async signal => {
    const [callerProbe, calleeProbe] = await Promise.all([
      run.probes.of(caller, signal),
      run.probes.of(callee, signal),
    ]);
    if (callerProbe === undefined) return;
    const settled = (evidence: CallEvidence) => isSettled(evidence, caller, callee);
    const probes = { caller: callerProbe, callee: calleeProbe };
    const watch = (deadlineMs: number) =>
      watchCalls({ caller, callee, facts }, probes, { settled, clock: run.clock, deadlineMs }, signal);
    const seen = await watch(waitMs);
    const moreMs = settled(seen) || waitMs < patientMs ? 0 : untilSlowTurn(seen);
    run.evidence.calls[between(from, to)] = moreMs === 0 ? seen : await watch(moreMs);
  });
}

/** Who waits less than this wants a quick word. In milliseconds. */
const patientMs = 10_000;
/** A loop may well pause for a minute. In milliseconds. */
const slowTurnMs = 65_000;

/** How much longer to watch one that has called but not been seen to do so again, in milliseconds: until a minute's pause is over. */
export function untilSlowTurn(evidence: CallEvidence): number {
  const { bursts, periodic } = rhythmOf(evidence);
  const last = bursts.at(-1);
  if (last === undefined || periodic) return 0;
  return Math.max(0, last + slowTurnMs - watchedUntil(evidence));
}

/** True if nothing more could be learnt by waiting. */
function isSettled(evidence: CallEvidence, caller: ContainerFacts, callee: ContainerFacts): boolean {
  const way = wayOf(evidence, caller, callee);
  return rhythmOf(evidence).periodic && way.by !== 'none' && way.by !== 'unclear';
}
