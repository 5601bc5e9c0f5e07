/** Something to wait for that may have happened already, with one who waits. */
export class Bell {
  #hasRung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#hasRung = true;
    this.#wake?.();
  }

  /** Waits until it rings, or has rung since it was heard last; at most `ms` milliseconds, or until `signal` aborts. */
  async heard(signal: AbortSignal, ms = Number.POSITIVE_INFINITY): Promise<void> {
    if (!this.#hasRung && !signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      const timer = Number.isFinite(ms) ? setTimeout(resolve, Math.max(0, ms)) : undefined;
      signal.addEventListener('abort', resolve as () => void, { once: true });
      await promise;
      clearTimeout(timer);
      signal.removeEventListener('abort', resolve as () => void);
      this.#wake = undefined;
    }
    this.#hasRung = false;
  }
}
