import { type Engine, EngineError } from '../engine/engine.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { Probe } from './probe.ts';

/**
 * The probes of a run, at most one for each container's run: asked for again, the same one is given, so that a live loop
 * keeps watching where it watched. A container that starts anew has a new network namespace and gets a new probe.
 */
export class Probes implements AsyncDisposable {
  readonly #engine: Engine;
  readonly #open = new Map<string, Promise<Probe>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * The probe of a container, or undefined where none can be: it does not run, it has no network namespace of its own,
   * or it ends just now. Throws an EngineError where the engine fails.
   */
  async of(container: ContainerFacts, signal: AbortSignal): Promise<Probe | undefined> {
    if (!hasOwnNamespace(container)) return undefined;
    const key = `${container.id} ${container.startedAt}`;
    const known = await this.#open.get(key)?.catch(() => undefined);
    if (known?.alive) return known;
    const opening = Probe.open(this.#engine, container, signal);
    this.#open.set(key, opening);
    try {
      return await opening;
    } catch (error) {
      this.#open.delete(key);
      if (error instanceof EngineError && !isEnginesFault(error)) return undefined;
      throw error;
    }
  }

  /** Closes the probes of containers that are not among these any more, or have started anew. */
  async keepOnly(containers: readonly ContainerFacts[]): Promise<void> {
    const keys = new Set(containers.map(container => `${container.id} ${container.startedAt}`));
    await Promise.all([...this.#open.keys()].filter(key => !keys.has(key)).map(key => this.#close(key)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#open.keys()].map(key => this.#close(key)));
  }

  async #close(key: string): Promise<void> {
    const probe = await this.#open.get(key)?.catch(() => undefined);
    this.#open.delete(key);
    await probe?.[Symbol.asyncDispose]();
  }
}

/** A container on the host's network sees the host's traffic, which is none of our business. */
function hasOwnNamespace(container: ContainerFacts): boolean {
  return container.state === 'running' && container.networkMode !== 'host';
}

/** Anything else that fails does so because the container ended between the look at it and the probe's start. */
function isEnginesFault(error: EngineError): boolean {
  return error.kind === 'unreachable' || error.kind === 'deadline';
}
