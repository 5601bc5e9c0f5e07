import { AsyncQueue } from '../../base/async-queue.ts';
import { raceAbort } from '../../base/race-abort.ts';
import { type Engine, EngineError, type StaleFacts } from '../../engine/engine.ts';
import type { EngineEvent, Facts, ImageFacts } from '../../engine/facts.ts';
import { fakeImage } from './facts.ts';

/** An engine in memory that tells of events, and on which no helper can be started. */
export class FakeLiveEngine {
  facts: Facts;
  /** What was asked of it, by call. */
  readonly calls: string[] = [];
  /** Each reading of a log waits for it. */
  beforeLogs: () => Promise<void> = async () => {};
  isGone = false;
  /** Thrown by each look at everything: a fault of the lab's own, or of the engine's. */
  fault: Error | undefined;
  /** How far its clock is ahead of ours. */
  aheadMs = 0;
  #events: AsyncQueue<EngineEvent> | undefined;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  /** How often a call was made. */
  count(call: string): number {
    return this.calls.filter(made => made === call).length;
  }

  /** Something happens on the engine. */
  happen(type: string, action: string, id: string, attributes: Readonly<Record<string, string>> = {}): void {
    this.#events?.put({ at: new Date().toISOString(), type, action, id, attributes });
  }

  /** The engine goes away, and the stream of events ends with it. */
  go(): void {
    this.isGone = true;
    this.#events?.fail(new EngineError('unreachable', 'gone'));
  }

  get engine(): Engine {
    const answers: Partial<Engine> = {
      address: 'unix:///fake',
      version: async () => this.#called('version', { version: '29', api: '1.52', os: 'linux', arch: 'amd64' }),
      clock: async () => this.#called('clock', () => Date.now() + this.aheadMs),
      facts: async () => {
        const facts = this.#called('facts', structuredClone(this.facts));
        if (this.fault !== undefined) throw this.fault;
        return facts;
      },
      refresh: async (_: Facts, stale: StaleFacts) =>
        this.#called(`refresh ${stale.containers.length}`, structuredClone(this.facts)),
      container: async () => undefined,
      image: async (reference: string): Promise<ImageFacts> => this.#called('image', fakeImage(reference)),
      logs: async (_, { signal } = {}) => {
        this.#called('logs', undefined);
        await (signal === undefined ? this.beforeLogs() : raceAbort(this.beforeLogs(), signal));
        return [];
      },
      startHelper: async () => {
        throw new EngineError('other', 'no helpers here');
      },
      events: (signal, opened) => this.#follow(signal, opened),
    };
    return answers as Engine;
  }

  async *#follow(signal: AbortSignal, opened?: () => void): AsyncGenerator<EngineEvent> {
    const events = new AsyncQueue<EngineEvent>();
    this.#events = events;
    signal.addEventListener('abort', () => events.close(), { once: true });
    opened?.();
    yield* events;
  }

  #called<Answer>(call: string, answer: Answer): Answer {
    this.calls.push(call);
    if (this.isGone) throw new EngineError('unreachable', 'gone');
    return answer;
  }
}
