import type { ConnectedEngine, Engine, Journal } from '../engine/engine.ts';
import type { EngineVersion, ImageFacts } from '../engine/facts.ts';
import type { FreshFacts } from './fresh-facts.ts';

/**
 * The engine as a live loop's checks see it: what it has said already is not asked for again, as long as events would
 * tell of a change, or as long as no call fails.
 */
export class LiveEngine {
  readonly #connected: ConnectedEngine;
  readonly #facts: FreshFacts;
  #version: EngineVersion | undefined;
  readonly #images = new Map<string, ImageFacts>();

  constructor(connected: ConnectedEngine, facts: FreshFacts) {
    this.#connected = connected;
    this.#facts = facts;
  }

  /** What checks that leave everything as it is work with. */
  get connected(): ConnectedEngine {
    return { ...this.#connected, engine: this.#with({ facts: options => this.#facts.current(options) }) };
  }

  async version(signal: AbortSignal): Promise<EngineVersion> {
    this.#version ??= await this.#connected.engine.version({ signal });
    return this.#version;
  }

  /** An image was built, tagged or removed. */
  forgetImages(): void {
    this.#images.clear();
  }

  /** What checks that disturb work with; each container that they are about to disturb is told to `onDisturbance`. */
  disturbing(onDisturbance: (containerId: string) => void): ConnectedEngine {
    const { engine, journal } = this.#connected;
    const told =
      <Values extends [string, ...unknown[]], Result>(work: (...values: Values) => Result) =>
      (...values: Values): Result => {
        onDisturbance(values[0]);
        return work.apply(engine, values);
      };
    const noting: Journal = {
      note: (_, containerId) => {
        onDisturbance(containerId);
        return journal.note(engine, containerId);
      },
    };
    const { stop, start, restart } = engine;
    return {
      ...this.#connected,
      engine: this.#with({ stop: told(stop), start: told(start), restart: told(restart) }),
      journal: noting,
    };
  }

  #with(own: Partial<Engine>): Engine {
    const { engine } = this.#connected;
    const known: Partial<Engine> = {
      version: options => (options?.signal === undefined ? engine.version() : this.version(options.signal)),
      image: async (reference, options) => {
        const image = this.#images.get(reference) ?? (await engine.image(reference, options));
        if (image !== undefined) this.#images.set(reference, image);
        return image;
      },
      ...own,
    };
    return new Proxy(engine, {
      get: (target, key) => {
        const value: unknown = known[key as keyof Engine] ?? Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]) => this.#watched(value.apply(target, values));
      },
    }) satisfies Engine;
  }

  /** After a call that failed, whether the engine is still there is a question again. */
  #watched(result: unknown): unknown {
    if (result instanceof Promise)
      result.catch(() => {
        this.#version = undefined;
      });
    return result;
  }
}
