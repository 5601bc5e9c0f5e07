/** Something to wait for that may have happened already. One waits at a time. */
export class AsyncFlag {
  #isSet = false;
  #wake: (() => void) | undefined;

  set(): void {
    this.#isSet = true;
    this.#wake?.();
  }

  /** Waits until it is set, and clears it; at most `ms` milliseconds, or until `signal` aborts. */
  async wait(signal: AbortSignal, ms = Number.POSITIVE_INFINITY): Promise<void> {
    if (!this.#isSet && !signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      const timer = Number.isFinite(ms) ? setTimeout(resolve, Math.max(0, ms)) : undefined;
      signal.addEventListener('abort', resolve as () => void, { once: true });
      await promise;
      clearTimeout(timer);
      signal.removeEventListener('abort', resolve as () => void);
      this.#wake = undefined;
    }
    this.#isSet = false;
  }
}
