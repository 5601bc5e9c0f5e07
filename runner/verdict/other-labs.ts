import type { Turn } from '../checks/run.ts';
import { type Engine, EngineError } from '../engine/engine.ts';
import type { EngineEvent } from '../engine/facts.ts';
import { outageLockHolder, outageLockName, takeOutageLock, untilNobodyDisturbs } from '../probes/outage-lock.ts';

/** How long another lab's outages are waited for, in milliseconds: they end by themselves sooner, on slow machines too. */
export const othersMs = 120_000;

/** What the other labs on an engine disturb: whether they do, since when they have, and when it is our turn. */
export class OtherLabs {
  readonly #engine: Engine;
  /** The helper of each lab that has disturbed something → when it was gone; undefined while it is there. */
  readonly #seen = new Map<string, number | undefined>();
  readonly #own = new Set<string>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Takes note of an event, of whatever kind. */
  note({ type, action, id, attributes }: EngineEvent): void {
    if (type !== 'container' || attributes.name !== outageLockName) return;
    if (action === 'create') this.#seen.set(id, undefined);
    if (/^(destroy|remove)$/.test(action)) this.#seen.set(id, performance.now());
  }

  /** Whether another lab has disturbed anything at this moment (of `performance.now`) or since. */
  async haveDisturbedSince(moment: number, signal: AbortSignal): Promise<boolean> {
    const holder = await outageLockHolder(this.#engine, signal);
    if (holder !== undefined && !this.#own.has(holder.id)) return true;
    // The engine may tell a moment later that it is gone.
    return [...this.#seen].some(([id, goneAt]) => !this.#own.has(id) && (goneAt === undefined || goneAt >= moment));
  }

  /** Waits until nobody disturbs anything, but not beyond `until`. */
  async over(until: number, signal: AbortSignal, onWait?: () => void): Promise<void> {
    if ((await outageLockHolder(this.#engine, signal)) !== undefined) {
      onWait?.();
      if (!(await untilNobodyDisturbs(this.#engine, signal, until - performance.now()))) return;
    }
    this.#allAreGone();
  }

  /** Takes the turn to disturb these containers. `since` is when what led to it was begun to be looked at. */
  async takeTurn(
    containers: readonly string[],
    since: number,
    options: { readonly until: number; readonly signal: AbortSignal; readonly onWait?: () => void },
  ): Promise<Turn> {
    const { until, ...how } = options;
    const lock = await takeOutageLock(this.#engine, containers, { ...how, deadlineMs: until - performance.now() });
    if (lock === undefined) return { isOurs: false, isLate: false, [Symbol.asyncDispose]: async () => {} };
    this.#own.add(lock.id);
    const isLate = lock.waited || (await this.haveDisturbedSince(since, how.signal));
    return { isOurs: true, isLate, [Symbol.asyncDispose]: () => lock[Symbol.asyncDispose]() };
  }

  /** Nobody disturbs anything now: what is not told of as gone is, all the same. */
  #allAreGone(): void {
    for (const [id, goneAt] of this.#seen) if (goneAt === undefined) this.#seen.set(id, performance.now());
  }
}

/** The other labs on an engine, whose events are followed until it is disposed of. Throws an EngineError. */
export async function followOtherLabs(engine: Engine, signal: AbortSignal): Promise<OtherLabs & AsyncDisposable> {
  const stop = new AbortController();
  const labs = new OtherLabs(engine);
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const follow = async () => {
    for await (const event of engine.events(AbortSignal.any([signal, stop.signal]), open)) labs.note(event);
  };
  const following = follow();
  try {
    await Promise.race([opened, following]);
  } catch (error) {
    stop.abort();
    throw error;
  }
  // An engine that goes is told of by the calls that are made of it meanwhile.
  const ended = following.catch(error => {
    if (!(error instanceof EngineError)) throw error;
  });
  return Object.assign(labs, {
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await ended;
    },
  });
}
