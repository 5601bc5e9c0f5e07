/** The time that a script has: it stands still while the lab holds the script up. Disposing of it ends it. */
export class ScriptClock implements Disposable {
  readonly #up: () => void;
  #leftMs: number;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  /** `up` is called once the time, in milliseconds, is over. */
  constructor(ms: number, up: () => void) {
    this.#leftMs = ms;
    this.#up = up;
    this.#start();
  }

  /** Does something that the script does not pay for; one at a time. */
  async hold(work: () => Promise<void>): Promise<void> {
    clearTimeout(this.#timer);
    this.#leftMs -= performance.now() - this.#since;
    try {
      await work();
    } finally {
      if (!this.#isOver) this.#start();
    }
  }

  #start(): void {
    this.#since = performance.now();
    this.#timer = setTimeout(this.#up, Math.max(0, this.#leftMs));
  }

  [Symbol.dispose](): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }
}
