import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from '../../engine/engine.ts';
import { EngineError } from '../../engine/engine.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import type { LogsPort } from '../ports.ts';
import type { LogNews, LogTarget } from '../widgets/logs/state.ts';
import { LogBatch } from './log-batch.ts';

const retryMs = 1_000;
/** Only so many of the lines that are there already are read. */
const tail = 5_000;

type Readable = Pick<Engine, 'facts' | 'events' | 'followLogs'>;

/** The logs of an engine's containers, as the screen follows them; `connected` says which engine, once there is one. */
export function screenLogs(connected: () => Promise<{ readonly engine: Readable }>): LogsPort {
  return {
    follow: async (container, signal, tell) => {
      const batch = new LogBatch(tell);
      const following = new Following(container, signal, batch);
      const stopped = new Promise<undefined>(resolve => {
        signal.addEventListener('abort', () => resolve(undefined), { once: true });
      });
      while (!signal.aborted) {
        try {
          const found = await Promise.race([connected(), stopped]);
          if (found !== undefined && !signal.aborted) await following.run(found.engine);
        } catch {
          // To the learner, whatever failed means that nothing comes for now.
          if (signal.aborted) break;
          following.lost();
          await delay(retryMs, undefined, { signal }).catch(() => {});
        }
      }
      batch.drop();
    },
  };
}

/** One container's log, across its restarts, its successors of the same name, and the engine's absences. */
class Following {
  readonly #signal: AbortSignal;
  readonly #batch: LogBatch;
  #target: LogTarget;
  /** The run that was read last, by container and start; and the last line of it. */
  #run: string | undefined;
  #since: string | undefined;
  #isLost = false;
  #told: LogNews['kind'] | undefined;
  #wake = Promise.withResolvers<void>();

  constructor(target: LogTarget, signal: AbortSignal, batch: LogBatch) {
    this.#target = target;
    this.#signal = signal;
    this.#batch = batch;
  }

  /** Follows until the signal aborts. Throws an EngineError when the engine goes. */
  async run(engine: Readable): Promise<void> {
    const stop = new AbortController();
    const signal = AbortSignal.any([this.#signal, stop.signal]);
    signal.addEventListener('abort', () => this.#wake.resolve(), { once: true });
    try {
      await Promise.race([this.#listen(engine, signal), this.#read(engine, signal)]);
    } finally {
      stop.abort();
    }
  }

  lost(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#batch.tell({ kind: 'engine-lost' });
  }

  /** Wakes the reader up whenever something becomes of the container, or of one of its name. */
  async #listen(engine: Readable, signal: AbortSignal): Promise<void> {
    for await (const { type, action, id, attributes } of engine.events(signal)) {
      if (type !== 'container' || !/^(start|die|destroy|rename)$/.test(action)) continue;
      if (id === this.#target.id || attributes.name === this.#target.name) this.#wake.resolve();
    }
    if (!signal.aborted) throw new EngineError('unreachable', 'follow the events: they have ended');
  }

  async #read(engine: Readable, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#wake = Promise.withResolvers<void>();
      const container = await this.#find(engine, signal);
      if (this.#isLost) {
        this.#isLost = false;
        this.#told = undefined;
        this.#batch.tell({ kind: 'engine-back' });
      }
      const run = container === undefined ? undefined : runOf(container);
      if (container === undefined) this.#tellOnce({ kind: 'removed' });
      else if (container.state !== 'created') {
        if (run !== this.#run || isAlive(container)) await this.#readRun(engine, container, signal);
        if (!isAlive(container)) this.#tellOnce({ kind: 'ended', exitCode: container.exitCode });
      }
      if (container === undefined || !isAlive(container)) await this.#woken(signal);
    }
  }

  /** One run of the container, to its end. */
  async #readRun(engine: Readable, container: ContainerFacts, signal: AbortSignal): Promise<void> {
    const run = runOf(container);
    if (run !== this.#run) {
      const how = this.#run === undefined ? 'first' : container.id === this.#target.id ? 'restarted' : 'recreated';
      if (how === 'recreated') this.#since = undefined;
      this.#target = { id: container.id, name: container.name };
      this.#run = run;
      this.#told = undefined;
      this.#batch.tell({ kind: 'running', how });
    }
    const from = this.#since === undefined ? { tail } : { since: this.#since };
    try {
      for await (const line of engine.followLogs(container.id, { signal, ...from })) {
        this.#since = line.at;
        this.#batch.add(line);
      }
    } catch (error) {
      if (isGone(error)) return pause(signal);
      if (!cannotRead(error)) throw error;
      this.#tellOnce({ kind: 'unreadable' });
      await this.#woken(signal);
      return;
    }
    if (isAlive(container)) await this.#settled(engine, container.id, signal);
  }

  /** The log ends a moment before the engine says that the container has. */
  async #settled(engine: Readable, id: string, signal: AbortSignal): Promise<void> {
    for (let waited = 0; waited < 10 && !signal.aborted; waited += 1) {
      const now = (await engine.facts({ signal })).containers.find(container => container.id === id);
      if (now === undefined) return;
      if (!isAlive(now)) {
        this.#tellOnce({ kind: 'ended', exitCode: now.exitCode });
        return;
      }
      if (runOf(now) !== this.#run) return;
      await pause(signal);
    }
  }

  async #find(engine: Readable, signal: AbortSignal): Promise<ContainerFacts | undefined> {
    const { containers } = await engine.facts({ signal });
    const { id, name } = this.#target;
    return containers.find(container => container.id === id) ?? containers.find(container => container.name === name);
  }

  async #woken(signal: AbortSignal): Promise<void> {
    if (!signal.aborted) await this.#wake.promise;
  }

  #tellOnce(news: LogNews): void {
    if (this.#told === news.kind) return;
    this.#told = news.kind;
    this.#batch.tell(news);
  }
}

function isAlive({ state }: ContainerFacts): boolean {
  return state === 'running' || state === 'paused';
}

/** What tells one run of a container from the next. */
function runOf({ id, startedAt }: ContainerFacts): string {
  return `${id} ${startedAt}`;
}

async function pause(signal: AbortSignal): Promise<void> {
  await delay(200, undefined, { signal }).catch(() => {});
}

function isGone(error: unknown): boolean {
  return error instanceof EngineError && (error.kind === 'not-found' || error.kind === 'conflict');
}

/** The engine answers 501 where a log driver keeps nothing that could be read. */
function cannotRead(error: unknown): boolean {
  if (!(error instanceof EngineError) || error.kind === 'unreachable' || error.kind === 'deadline') return false;
  const { statusCode } = (error.cause ?? {}) as { statusCode?: number };
  return statusCode === 501 || /support reading/.test(error.message);
}
