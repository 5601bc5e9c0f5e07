import { AsyncFlag } from '../base/async-flag.ts';
import { type Calm, pauseMs, trafficPauseMs } from './pace.ts';

/** Docker's commands make several events each; experiments begin once they have come. In milliseconds. */
const settleMs = 40;
const longestSettleMs = 300;

/** When the next complete check has its turn: when one is wanted, when traffic calls for one, or when it is time. */
export class Turns {
  readonly #signal: AbortSignal;
  readonly #flag = new AsyncFlag();
  #isWanted = false;
  #isResting = false;
  #hasTraffic = false;
  #eventAt = Number.NEGATIVE_INFINITY;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** A check is wanted now. */
  want(): void {
    this.#isWanted = true;
    this.#flag.set();
  }

  /** A probe has seen somebody call somebody. During a check this may be our own doing, and is not heeded. */
  traffic(): void {
    if (!this.#isResting || this.#hasTraffic) return;
    this.#hasTraffic = true;
    this.#flag.set();
  }

  /** The engine has told of a change. */
  event(): void {
    this.#eventAt = performance.now();
  }

  /** Waits for the next turn after a check (at once where that was not finished), and says whether it was wanted. */
  async next(calm: Calm | undefined): Promise<boolean> {
    if (calm !== undefined) await this.#rest(calm);
    const isWanted = this.#isWanted;
    if (isWanted) await this.#settle();
    this.#isWanted = false;
    return isWanted;
  }

  async #rest(calm: Calm): Promise<void> {
    const began = performance.now();
    let until = began + pauseMs(calm);
    this.#hasTraffic = false;
    this.#isResting = true;
    while (!this.#isWanted && !this.#signal.aborted && performance.now() < until) {
      await this.#flag.wait(this.#signal, until - performance.now());
      const soon = this.#hasTraffic ? trafficPauseMs(calm) : undefined;
      if (soon !== undefined) until = Math.min(until, began + soon);
    }
    this.#isResting = false;
  }

  /** Until Docker's command has made all its events, but not for ever. */
  async #settle(): Promise<void> {
    const began = performance.now();
    for (;;) {
      const now = performance.now();
      const left = Math.min(this.#eventAt + settleMs - now, began + longestSettleMs - now);
      if (left <= 0 || this.#signal.aborted) return;
      await new AsyncFlag().wait(this.#signal, left);
    }
  }
}
