/** A work of the submission that is being judged now. */
export interface Turn extends Disposable {
  /** Aborts when the submission's time is up. */
  readonly signal: AbortSignal;
}

/**
 * The wall clock of a submission, over all its parts: it runs while they are being judged, for two at a time twice as fast, so
 * that it says the same however many are judged at once.
 */
export class SubmissionClock {
  readonly limitMs: number;
  readonly #up = new AbortController();
  #usedMs = 0;
  #running = 0;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMs: number) {
    this.limitMs = limitMs;
  }

  get isUp(): boolean {
    return this.#up.signal.aborted;
  }

  /** Starts a part's time; it ends when the turn is disposed of. */
  enter(): Turn {
    this.#count(1);
    return { signal: this.#up.signal, [Symbol.dispose]: () => this.#count(-1) };
  }

  #count(more: 1 | -1): void {
    const now = performance.now();
    this.#usedMs += (now - this.#since) * this.#running;
    this.#since = now;
    this.#running += more;
    clearTimeout(this.#timer);
    if (this.#running === 0 || this.isUp) return;
    const leftMs = Math.max(0, this.limitMs - this.#usedMs) / this.#running;
    this.#timer = setTimeout(() => this.#up.abort(), leftMs);
  }
}
