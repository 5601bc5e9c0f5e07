/** A queue with one reader that waits for what is put in. */
export class AsyncQueue<Item> implements AsyncIterable<Item> {
  readonly #items: Item[] = [];
  #waiting: PromiseWithResolvers<void> | undefined;
  #end: { error?: unknown } | undefined;

  put(item: Item): void {
    this.#items.push(item);
    this.#waiting?.resolve();
  }

  /** Ends the reading once everything was read. */
  close(): void {
    this.#end ??= {};
    this.#waiting?.resolve();
  }

  /** Ends the reading with an error once everything was read. */
  fail(error: unknown): void {
    this.#end ??= { error };
    this.#waiting?.resolve();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    for (;;) {
      while (this.#items.length > 0) yield this.#items.shift() as Item;
      if (this.#end !== undefined) {
        if ('error' in this.#end) throw this.#end.error;
        return;
      }
      this.#waiting = Promise.withResolvers<void>();
      await this.#waiting.promise;
    }
  }
}
