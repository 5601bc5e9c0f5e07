import { raceAbort } from '../base/race-abort.ts';
import { EngineError, type Helper } from '../engine/engine.ts';

/** A question before it has its `id`: as `Omit` does, for each member of a union. */
export type WithoutId<Message> = Message extends unknown ? Omit<Message, 'id'> : never;

/**
 * Questions to a helper and what it says, as JSON, an object a line: what has the `id` of a question is the answer to it, and all
 * else it says of its own accord. Lines that are no objects are passed over. Disposing of it removes the helper.
 */
export class Dialogue<Says extends object> implements AsyncDisposable {
  readonly #helper: Helper;
  readonly #name: string;
  readonly #onTold: (told: Says | undefined) => void;
  readonly #waiting = new Map<number, PromiseWithResolvers<Says>>();
  #failure: EngineError | undefined;
  #lastId = 0;

  /** `name` is what it is called in errors; `onTold` gets all that it says, and undefined once it is over. */
  constructor(helper: Helper, name: string, onTold: (told: Says | undefined) => void = () => {}) {
    this.#helper = helper;
    this.#name = name;
    this.#onTold = onTold;
    void this.#listen();
  }

  /** Why it is over; undefined while it is not. */
  get failure(): EngineError | undefined {
    return this.#failure;
  }

  /** Throws an EngineError when the helper is gone or does not answer in time, and the signal's reason where that aborts. */
  async ask(question: { readonly do: string }, deadlineMs: number, signal: AbortSignal): Promise<Says> {
    signal.throwIfAborted();
    if (this.#failure !== undefined) throw this.#failure;
    const id = ++this.#lastId;
    const waiting = Promise.withResolvers<Says>();
    this.#waiting.set(id, waiting);
    const late = new EngineError(
      'deadline',
      `${this.#name}: no answer to ${question.do} within ${deadlineMs / 1000} s`,
    );
    const timer = setTimeout(() => waiting.reject(late), deadlineMs);
    try {
      this.#helper.send(JSON.stringify({ ...question, id }));
      return await raceAbort(waiting.promise, signal);
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#end(new EngineError('other', `the ${this.#name} was closed`));
    await this.#helper[Symbol.asyncDispose]();
  }

  async #listen(): Promise<void> {
    try {
      for await (const line of this.#helper.lines) {
        if (!line.startsWith('{')) continue;
        const told = JSON.parse(line) as Says;
        this.#onTold(told);
        if ('id' in told && typeof told.id === 'number') this.#waiting.get(told.id)?.resolve(told);
      }
      this.#end(new EngineError('other', `the ${this.#name} ended`));
    } catch (error) {
      this.#end(new EngineError('other', `the ${this.#name} was lost`, error));
    }
  }

  #end(failure: EngineError): void {
    if (this.#failure !== undefined) return;
    this.#failure = failure;
    for (const { promise, reject } of this.#waiting.values()) {
      // Who asked may have stopped waiting just now.
      promise.catch(() => {});
      reject(failure);
    }
    this.#onTold(undefined);
  }
}
