import { type Clock, EngineError } from './engine.ts';

/** For how long one reading is good, in milliseconds: clocks are set now and then, and those of virtual machines drift. */
const goodForMs = 60_000;
/** More than this between what our two clocks say has passed: ours was set, or the machine slept. In milliseconds. */
const jumpMs = 1_000;

/** Our own time: of the day, and since the process began, which nobody sets. In milliseconds. */
export interface OwnTime {
  readonly ofDay: number;
  readonly sinceStart: number;
}

const ownTime = (): OwnTime => ({ ofDay: Date.now(), sinceStart: performance.now() });

/** Reads an engine's clock, and remembers for a while how far ahead of ours it is. */
export class EngineClock {
  readonly #now: () => OwnTime;
  #last: { readonly at: OwnTime; readonly clock: Clock } | undefined;

  constructor(now = ownTime) {
    this.#now = now;
  }

  /**
   * `ask` asks the engine for its time, in ISO 8601. Half of what the question took is thought to be the way back.
   * Throws an EngineError when the engine tells none.
   */
  async read(ask: () => Promise<string | undefined>): Promise<Clock> {
    if (this.#last !== undefined && this.#isGood(this.#last.at)) return this.#last.clock;
    const asked = this.#now();
    const told = await ask();
    const answered = this.#now();
    const time = Date.parse(told ?? '');
    if (Number.isNaN(time)) throw new EngineError('other', `read the engine's clock: it says ${told ?? 'nothing'}`);
    const ahead = time - (asked.sinceStart + answered.sinceStart) / 2;
    const clock = () => this.#now().sinceStart + ahead;
    this.#last = { at: answered, clock };
    return clock;
  }

  #isGood(before: OwnTime): boolean {
    const now = this.#now();
    const passed = now.sinceStart - before.sinceStart;
    return passed < goodForMs && Math.abs(now.ofDay - before.ofDay - passed) < jumpMs;
  }
}
