import type { Observation } from '../../lab-images/probe/protocol.ts';
import { raceAbort } from '../base/race-abort.ts';
import { type Engine, EngineError } from '../engine/engine.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { Probe } from './probe.ts';

export interface ProbesOptions {
  /** Until when the probes are wanted; one that a call begins to open goes on opening where only that call is aborted. */
  readonly signal?: AbortSignal;
  /** Is called whenever a probe sees somebody call somebody. */
  readonly onTraffic?: () => void;
}

/**
 * The probes of a run, at most one for each container's run: asked for again, the same one is given, so that a live loop
 * keeps watching where it watched. A container that starts anew has a new network namespace and gets a new probe.
 */
export class Probes implements AsyncDisposable {
  readonly #engine: Engine;
  readonly #options: ProbesOptions;
  readonly #open = new Map<string, Promise<Probe>>();

  constructor(engine: Engine, options: ProbesOptions = {}) {
    this.#engine = engine;
    this.#options = options;
  }

  /**
   * The probe of a container, or undefined where none can be: it does not run, it has no network namespace of its own,
   * or it ends just now. Throws an EngineError when the engine fails.
   */
  async of(container: ContainerFacts, signal: AbortSignal): Promise<Probe | undefined> {
    if (!hasOwnNamespace(container)) return undefined;
    const key = `${container.id} ${container.startedAt}`;
    const before = this.#open.get(key);
    const known = await (before && raceAbort(before.catch(none), signal));
    if (known?.alive) return known;
    // Somebody else may have begun meanwhile.
    const now = this.#open.get(key);
    try {
      return await raceAbort(now === undefined || now === before ? this.#begin(key, container, signal) : now, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof EngineError && !isEnginesFault(error)) return undefined;
      throw error;
    }
  }

  #begin(key: string, container: ContainerFacts, signal: AbortSignal): Promise<Probe> {
    const { signal: lasting = signal, onTraffic } = this.#options;
    const opening = Probe.open(this.#engine, container, lasting);
    this.#open.set(key, opening);
    opening.then(
      probe => {
        if (onTraffic === undefined) return;
        probe.onObservation(seen => {
          if (seen !== undefined && isTraffic(seen)) onTraffic();
        });
      },
      () => {
        if (this.#open.get(key) === opening) this.#open.delete(key);
      },
    );
    return opening;
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
    const probe = await this.#open.get(key)?.catch(none);
    this.#open.delete(key);
    await probe?.[Symbol.asyncDispose]();
  }
}

const none = () => undefined;

/** What others do on the network, not what the probe was asked for. */
function isTraffic({ kind }: Observation): boolean {
  return ['connect', 'accepted', 'refused', 'request', 'data', 'dns'].includes(kind);
}

/** A container on the host's network sees the host's traffic, which is none of our business. */
function hasOwnNamespace(container: ContainerFacts): boolean {
  return container.state === 'running' && container.networkMode !== 'host';
}

/** Anything else that fails does so because the container ended between the look at it and the probe's start. */
function isEnginesFault(error: EngineError): boolean {
  return error.kind === 'unreachable' || error.kind === 'deadline';
}
