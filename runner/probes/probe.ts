import type {
  HttpOutcome,
  HttpTarget,
  Observation,
  RedisOutcome,
  RedisTarget,
  Request,
  SqlOutcome,
  SqlTarget,
} from '../../lab-images/probe/protocol.ts';
import { type Engine, EngineError, type Helper } from '../engine/engine.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { Dialogue, type WithoutId } from './dialogue.ts';

export type Snapshot = Extract<Observation, { kind: 'snapshot' }>;

/** The probe's image: see `lab-images/probe`. */
export const probeImage = 'lab/probe:latest';

const answerMs = 5_000;
/** From the container's start to what its program says first: a machine with much else to do takes ten seconds for that. */
const firstSnapshotMs = 25_000;

/** Old observations are dropped beyond this many: a probe may watch for hours. The first says what it can do. */
const maxKept = 20_000;

/**
 * Of older snapshots only the counters are kept: their sockets are most of what is said, and the kernel remembers a closed
 * connection for a minute, so that it stands in many of them.
 */
const maxWholeSnapshots = 240;

/**
 * A probe in the network namespace of one running container. It is passive but for `http`, which sends one request
 * from the container's own namespace to its own address. Disposing of it removes it.
 */
export class Probe implements AsyncDisposable {
  readonly #dialogue: Dialogue<Observation>;
  readonly #observations: Observation[] = [];
  readonly #wholeSnapshots: Snapshot[] = [];
  readonly #listeners = new Set<(seen?: Observation) => void>();

  private constructor(helper: Helper) {
    this.#dialogue = new Dialogue(helper, 'probe', seen => this.#observe(seen));
  }

  /** Starts it, and waits for its first snapshot. Throws an EngineError when the container is not running any more. */
  static async open(engine: Engine, container: ContainerFacts, signal: AbortSignal): Promise<Probe> {
    const helper = await engine.startHelper(
      {
        image: probeImage,
        command: [],
        network: `container:${container.id}`,
        user: '0',
        addCapabilities: ['NET_RAW'],
        purpose: `probe of ${container.name}`,
      },
      { signal },
    );
    const probe = new Probe(helper);
    try {
      await probe.until(() => probe.snapshots.length > 0, firstSnapshotMs, signal);
      if (probe.snapshots.length === 0)
        throw new EngineError('deadline', `probe of ${container.name}: no first snapshot`);
      return probe;
    } catch (error) {
      await probe[Symbol.asyncDispose]();
      throw error;
    }
  }

  get observations(): readonly Observation[] {
    return this.#observations;
  }

  get snapshots(): readonly Snapshot[] {
    return this.#observations.filter(observation => observation.kind === 'snapshot');
  }

  /** False if packets cannot be captured, so that only the kernel's tables tell. */
  get captures(): boolean {
    return this.#observations.some(observation => observation.kind === 'ready' && observation.capture);
  }

  get alive(): boolean {
    return this.#dialogue.failure === undefined;
  }

  /** A look at the sockets and counters as of now. */
  async snapshot(signal: AbortSignal): Promise<Snapshot> {
    return (await this.#ask({ do: 'snapshot' }, answerMs, signal)) as Snapshot;
  }

  /** One GET from the container's own namespace to `address:port`. */
  async http(target: HttpTarget, signal: AbortSignal): Promise<HttpOutcome> {
    const answer = await this.#ask({ do: 'http', ...target }, target.timeoutMs + answerMs, signal);
    return (answer as Extract<Observation, { kind: 'http' }>).outcome;
  }

  /** Statements to a PostgreSQL in the container's namespace; they can change nothing there. */
  async sql(target: SqlTarget, signal: AbortSignal): Promise<SqlOutcome> {
    const answer = await this.#ask({ do: 'sql', ...target }, target.timeoutMs + answerMs, signal);
    return (answer as Extract<Observation, { kind: 'sql' }>).outcome;
  }

  /** Commands to a Redis in the container's namespace. */
  async redis(target: RedisTarget, signal: AbortSignal): Promise<RedisOutcome> {
    const answer = await this.#ask({ do: 'redis', ...target }, target.timeoutMs + answerMs, signal);
    return (answer as Extract<Observation, { kind: 'redis' }>).outcome;
  }

  /**
   * Waits until `condition` holds, asking it again at every observation, or until `deadlineMs` have passed: true where
   * it holds. Throws an EngineError when the probe has gone, and the signal's reason where that aborts.
   */
  async until(condition: () => boolean, deadlineMs: number, signal: AbortSignal): Promise<boolean> {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    const look = () => {
      if (signal.aborted) reject(signal.reason);
      else if (condition()) resolve(true);
      else if (this.#dialogue.failure !== undefined) reject(this.#dialogue.failure);
    };
    const timer = setTimeout(() => resolve(condition()), deadlineMs);
    this.#listeners.add(look);
    signal.addEventListener('abort', look);
    try {
      look();
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#listeners.delete(look);
      signal.removeEventListener('abort', look);
    }
  }

  /** Calls `listener` at every observation, and without one when the probe is lost, until the returned function is called. */
  onObservation(listener: (seen?: Observation) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dialogue[Symbol.asyncDispose]();
  }

  #ask(request: WithoutId<Request>, deadlineMs: number, signal: AbortSignal): Promise<Observation> {
    return this.#dialogue.ask(request, deadlineMs, signal);
  }

  #observe(seen: Observation | undefined): void {
    if (seen !== undefined) this.#observations.push(seen);
    if (seen?.kind === 'snapshot') this.#wholeSnapshots.push(seen);
    // In place: others count on where an observation stands.
    if (this.#wholeSnapshots.length > maxWholeSnapshots) this.#wholeSnapshots.shift()?.sockets.splice(0);
    if (this.#observations.length > maxKept) this.#observations.splice(1, maxKept / 2);
    for (const listener of [...this.#listeners]) listener(seen);
  }
}
