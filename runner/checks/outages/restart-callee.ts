import { type Clock, type Engine, EngineError } from '../../engine/engine.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import type { CallEvidence } from '../../probes/calls.ts';
import type { Probes } from '../../probes/probes.ts';
import { watchCalls } from '../../probes/watch-calls.ts';
import type { RestartEvidence } from '../evidence.ts';

/**
 * Disruptive: restarts the callee and watches whether the caller, left alone, reaches it again within `deadlineMs`.
 * The engine restarts a container in one call, so there is nothing to undo.
 */
export async function restartCallee(
  { engine, probes, clock }: { engine: Engine; probes: Probes; clock: Clock },
  pair: { caller: ContainerFacts; callee: ContainerFacts },
  deadlineMs: number,
  signal: AbortSignal,
): Promise<RestartEvidence> {
  await engine.restart(pair.callee.id, { signal });
  const facts = await engine.facts({ signal });
  const find = (id: string) => facts.containers.find(container => container.id === id);
  const [caller, callee] = [find(pair.caller.id), find(pair.callee.id)];
  const startedAt = Date.parse(callee?.startedAt ?? '');
  const [callerProbe, calleeProbe] = await Promise.all([
    caller && probes.of(caller, signal),
    callee && probes.of(callee, signal),
  ]);
  if (caller === undefined || callee === undefined || callerProbe === undefined)
    return { foundAgain: false, watchedMs: 0 };
  const reachedSince = (evidence: CallEvidence) =>
    evidence.calls.some(call => call.at > startedAt && call.sign !== 'closed');
  const watching = watchCalls(
    { caller, callee, facts },
    { caller: callerProbe, callee: calleeProbe },
    { settled: reachedSince, clock, deadlineMs },
    signal,
  );
  const evidence = await watching.catch(callerEnded);
  const after = await engine.facts({ signal });
  const isUntouched = after.containers.some(
    ({ id, state, startedAt: at }) => id === caller.id && state === 'running' && at === caller.startedAt,
  );
  return {
    foundAgain: isUntouched && evidence !== undefined && reachedSince(evidence),
    watchedMs: Math.max(0, clock() - startedAt),
  };
}

/** A probe ends with the container that it watches: then there is nobody left to find the callee again. */
function callerEnded(error: unknown): undefined {
  if (error instanceof EngineError && error.kind === 'other') return undefined;
  throw error;
}
