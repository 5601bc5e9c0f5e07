import { setTimeout as pause } from 'node:timers/promises';
import { type Engine, EngineError } from '../engine/engine.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import { probeImage } from './probe.ts';

/** Containers' names are an engine's own, and each is there once: whoever makes this one may disturb what is on it. */
export const outageLockName = 'estaleiro-outage';

const purpose = 'outage';
/** A holder that has not started its helper after so long will not do it any more, in milliseconds. */
const abandonedMs = 20_000;
const lookMs = 200;
/** What a lab has told the engine to stop may go on stopping for so long after that lab is gone, in milliseconds. */
const stopMs = 4_000;

/** The right to disturb containers of an engine, which one lab has at a time; disposing of it gives it back. */
export interface OutageLock extends AsyncDisposable {
  /** The id of the helper that stands for it. */
  readonly id: string;
  /** Whether another lab had it when it was asked for. */
  readonly waited: boolean;
}

export interface LockOptions {
  readonly signal: AbortSignal;
  /** How long another lab is waited for, in milliseconds. */
  readonly deadlineMs: number;
  /** Is called once where another lab has to be waited for. */
  readonly onWait?: () => void;
}

/**
 * Takes the right to disturb these containers, when nobody else has it any more; `undefined` if another lab still has it at
 * the deadline. It is a helper, whose standard input ends with this process, however that ends: from then on it is seen to
 * have ended, by any lab on any machine, which then puts right what it names. Throws an EngineError when it cannot start.
 */
export async function takeOutageLock(
  engine: Engine,
  containers: readonly string[],
  { signal, deadlineMs, onWait }: LockOptions,
): Promise<OutageLock | undefined> {
  const until = performance.now() + deadlineMs;
  for (let waited = false; ; waited = true) {
    const helper = await startLock(engine, containers, signal);
    if (helper !== undefined)
      return { id: helper.id, waited, [Symbol.asyncDispose]: () => helper[Symbol.asyncDispose]() };
    if (!waited) onWait?.();
    if (!(await untilNobodyDisturbs(engine, signal, until - performance.now()))) return undefined;
    // A container of that name that is not a lab's does not go away.
    if (performance.now() >= until) return undefined;
    await pause(lookMs, undefined, { signal });
  }
}

async function startLock(engine: Engine, containers: readonly string[], signal: AbortSignal) {
  try {
    return await engine.startHelper(
      {
        ...{ name: outageLockName, image: probeImage, user: '65532', network: 'none', purpose },
        // It reads its program from standard input, and there is none: it ends with that.
        entrypoint: ['/usr/bin/node', '-'],
        ...{ command: [], labels: { [label.disturbed]: containers.join(',') }, staysWhenEnded: true },
      },
      { signal },
    );
  } catch (error) {
    if (error instanceof EngineError && error.kind === 'conflict') return undefined;
    throw error;
  }
}

/** The helper of the lab that may disturb just now; one of that name that is no lab's disturbs nobody. */
export async function outageLockHolder(engine: Engine, signal: AbortSignal): Promise<ContainerFacts | undefined> {
  const holder = await engine.container(outageLockName, { signal });
  return holder !== undefined && label.session in holder.labels ? holder : undefined;
}

/**
 * Waits until no lab disturbs anything on this engine: true where that is so within `deadlineMs`. What one that is no more has
 * left is put right.
 */
export async function untilNobodyDisturbs(engine: Engine, signal: AbortSignal, deadlineMs: number): Promise<boolean> {
  const until = performance.now() + deadlineMs;
  let unstarted: { readonly id: string; readonly since: number } | undefined;
  for (;;) {
    const holder = await outageLockHolder(engine, signal);
    const now = performance.now();
    if (holder?.state !== 'created') unstarted = undefined;
    else if (unstarted?.id !== holder.id) unstarted = { id: holder.id, since: now };
    const isAbandoned = unstarted !== undefined && now - unstarted.since > abandonedMs;
    if (holder !== undefined && (isAbandoned || hasEnded(holder))) await putRight(engine, holder, signal);
    else if (holder === undefined) return true;
    if (now >= until) return false;
    await pause(lookMs, undefined, { signal });
  }
}

/**
 * Puts right what a lab that is no more has left disturbed, and gives its right to disturb back. `isDead` tells of sessions, too,
 * of which the helper has not ended yet.
 */
export async function putOutageRight(
  engine: Engine,
  isDead: (session: string) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const holder = await outageLockHolder(engine, signal);
  if (holder === undefined) return;
  if (hasEnded(holder) || isDead(holder.labels[label.session] ?? '')) await putRight(engine, holder, signal);
}

const hasEnded = ({ state }: ContainerFacts) => state === 'exited' || state === 'dead';

/** Whoever comes next only finds what is put right: first the containers, then the lock. */
async function putRight(engine: Engine, holder: ContainerFacts, signal: AbortSignal): Promise<void> {
  await startAgain(engine, holder, signal);
  const clock = await engine.clock({ signal });
  const ended = holder.finishedAt === undefined ? clock() : Date.parse(holder.finishedAt);
  const mayStillStopMs = Math.min(stopMs, ended + stopMs - clock());
  if (mayStillStopMs > 0) {
    await pause(mayStillStopMs, undefined, { signal });
    await startAgain(engine, holder, signal);
  }
  const session = holder.labels[label.session] ?? '';
  await engine.removeLabelled({ [label.session]: session, [label.purpose]: purpose }, { signal });
}

async function startAgain(engine: Engine, holder: ContainerFacts, signal: AbortSignal): Promise<void> {
  const ids = (holder.labels[label.disturbed] ?? '').split(',').filter(id => id !== '');
  await Promise.all(
    ids.map(async id => {
      const container = await engine.container(id, { signal });
      if (container !== undefined && wasStoppedUnder(holder, container)) await start(engine, id);
    }),
  );
}

/** What cannot be started any more is not ours to mend; its verdicts say why. */
async function start(engine: Engine, id: string): Promise<void> {
  try {
    await engine.start(id);
  } catch (error) {
    if (!(error instanceof EngineError) || error.kind === 'unreachable' || error.kind === 'deadline') throw error;
  }
}

/** What the learner has stopped before or after is left as it is. By the engine's own clock. Pure. */
export function wasStoppedUnder(holder: ContainerFacts, { state, finishedAt }: ContainerFacts): boolean {
  if (state !== 'exited' || finishedAt === undefined || holder.startedAt === undefined) return false;
  const until = holder.finishedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(holder.finishedAt) + stopMs;
  const at = Date.parse(finishedAt);
  return at >= Date.parse(holder.startedAt) && at <= until;
}
