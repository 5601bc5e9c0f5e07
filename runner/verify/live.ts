import type { Challenge } from '../challenge/definition.ts';
import { type ConnectedEngine, EngineError } from '../engine/engine.ts';
import type { EngineEvent } from '../engine/facts.ts';
import { label, scratchPrefix } from '../engine/labels.ts';
import { CouldNotTell, messageOf } from '../errors.ts';
import { Probes } from '../experiments/probes.ts';
import type { Language } from '../language/language.ts';
import { allRequiredPassed, type ObjectiveReport, type Report } from '../report/report.ts';
import type { Binds } from '../roles/bind.ts';
import { inspect } from './inspect.ts';
import type { LiveEvent } from './live-event.ts';
import { Mailbox } from './mailbox.ts';
import { verify } from './verify.ts';

export interface LiveOptions {
  readonly language: Language;
  readonly binds: Binds;
  /** Role → path, as in VerifyOptions. */
  readonly paths?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Emits `recheck` when somebody wants a check now. */
  readonly recheck?: EventTarget;
}

/** Docker's commands make several events each; they are answered together. In milliseconds. */
const settleMs = 80;
/** The safety net under the events; sooner while an objective may be met without anything happening on the engine. */
const pollMs = 3_000;
const soonMs = 1_000;
const retryMs = 1_000;

/** Actions that change what a verdict may be about. What `docker exec` or a health check does is none of it. */
const tellingActions =
  /^(create|start|die|stop|kill|restart|pause|unpause|destroy|rename|connect|disconnect|oom|remove|tag|untag|delete|prune)$/;

/**
 * Checks a challenge whenever something changes on the engine, until the signal aborts. After each change come the
 * verdicts that inspection can tell, then the complete ones. Survives the engine's going away and coming back.
 */
export async function* watchChallenge(
  challenge: Challenge,
  connected: ConnectedEngine,
  options: LiveOptions,
): AsyncGenerator<LiveEvent> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const box = new Mailbox<LiveEvent>();
  const loop = new LiveLoop(challenge, connected, { ...options, signal }, box);
  const running = loop.run().then(
    () => box.close(),
    error => box.fail(error),
  );
  try {
    yield* box;
  } finally {
    stop.abort();
    await running;
  }
}

class LiveLoop {
  readonly #challenge: Challenge;
  readonly #connected: ConnectedEngine;
  readonly #options: LiveOptions;
  readonly #box: Mailbox<LiveEvent>;
  #awake = Promise.withResolvers<void>();
  #last: Report | undefined;
  #changed = true;

  constructor(challenge: Challenge, connected: ConnectedEngine, options: LiveOptions, box: Mailbox<LiveEvent>) {
    this.#challenge = challenge;
    this.#connected = connected;
    this.#options = options;
    this.#box = box;
  }

  async run(): Promise<void> {
    const { signal, recheck } = this.#options;
    const onRecheck = () => this.#wakeUp();
    recheck?.addEventListener('recheck', onRecheck);
    let lost = false;
    try {
      while (!signal.aborted) {
        try {
          await this.#connected.engine.version({ signal, deadlineMs: 5_000 });
          if (lost) this.#box.put({ kind: 'engine-back' });
          lost = false;
          await this.#whileEngineAnswers();
        } catch (error) {
          if (signal.aborted) return;
          if (!(error instanceof EngineError || error instanceof CouldNotTell)) throw error;
          if (!lost) this.#box.put({ kind: 'engine-lost', message: messageOf(error) });
          lost = true;
          await this.#sleep(retryMs);
        }
      }
    } finally {
      recheck?.removeEventListener('recheck', onRecheck);
    }
  }

  /** Follows the events and checks after them. Ends only by throwing: the engine has gone, or the signal aborted. */
  async #whileEngineAnswers(): Promise<void> {
    const { engine } = this.#connected;
    const stop = new AbortController();
    const signal = AbortSignal.any([this.#options.signal, stop.signal]);
    await using probes = new Probes(engine);
    const { volumes } = await engine.facts({ signal });
    const following = this.#follow(engine.events(signal), new Set(volumes.map(({ name }) => name)));
    const checking = this.#check(probes, signal);
    try {
      await Promise.race([following, checking]);
      this.#options.signal.throwIfAborted();
      throw new EngineError('unreachable', 'the engine closed the stream of events');
    } finally {
      stop.abort();
      await Promise.allSettled([following, checking]);
    }
  }

  async #follow(events: AsyncIterable<EngineEvent>, volumes: Set<string>): Promise<void> {
    for await (const event of events) {
      if (!isTelling(event) || isNoNewVolume(event, volumes)) continue;
      this.#box.put({ kind: 'change', event });
      this.#wakeUp();
    }
  }

  async #check(probes: Probes, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#changed = false;
      this.#box.put({ kind: 'checking' });
      if (this.#last !== undefined) await this.#quickLook();
      const report = await verify(this.#challenge, this.#connected, {
        language: this.#options.language,
        binds: this.#options.binds,
        ...(this.#options.paths === undefined ? {} : { paths: this.#options.paths }),
        disrupt: false,
        signal,
        // The probes go on watching between the checks, so none of them waits for the next call.
        waitMs: 0,
        probes,
      });
      this.#last = report;
      this.#box.put({ kind: 'report', report, complete: true, pending: [] });
      if (!this.#changed) await this.#sleep(allRequiredPassed(report) ? pollMs : soonMs);
      await this.#settle(signal);
    }
  }

  /** What inspection alone can tell, at once; the other objectives keep the verdict that they had. */
  async #quickLook(): Promise<void> {
    const { language, binds, signal } = this.#options;
    const quick = await inspect(this.#challenge, this.#connected, { language, binds, signal });
    const before = new Map(this.#last?.objectives.map(objective => [objective.id, objective]));
    const isPending = (objective: ObjectiveReport) => quick.pending.includes(objective.id);
    const objectives = quick.report.objectives.map(objective =>
      isPending(objective) ? (before.get(objective.id) ?? objective) : objective,
    );
    this.#box.put({ kind: 'report', report: { ...quick.report, objectives }, complete: false, pending: quick.pending });
  }

  #wakeUp(): void {
    this.#changed = true;
    this.#awake.resolve();
  }

  /** Until woken, or for `ms` milliseconds, or until the end. */
  async #sleep(ms: number): Promise<void> {
    const { signal } = this.#options;
    const awake = Promise.withResolvers<void>();
    this.#awake = awake;
    const timer = setTimeout(awake.resolve, ms);
    const onAbort = () => awake.resolve();
    signal.addEventListener('abort', onAbort);
    await awake.promise;
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }

  async #settle(signal: AbortSignal): Promise<void> {
    if (!this.#changed || signal.aborted) return;
    await new Promise(resolve => setTimeout(resolve, settleMs));
  }
}

/** Whoever mounts a volume that is there already makes the engine say that it was created. */
function isNoNewVolume({ type, action, id }: EngineEvent, known: Set<string>): boolean {
  if (type !== 'volume') return false;
  if (action === 'destroy') known.delete(id);
  if (action !== 'create') return false;
  const isKnown = known.has(id);
  known.add(id);
  return isKnown;
}

/** The lab's own helpers are left out, and the nameless containers in which the classic builder does its steps. */
function isTelling({ type, action, id, attributes }: EngineEvent): boolean {
  if (label.session in attributes) return false;
  // Nor is what helpers do to volumes and to no network, of which the events carry no labels.
  if (type === 'volume' && id.startsWith(scratchPrefix)) return false;
  if (type === 'network' && attributes.name === 'none') return false;
  const isBuildStep = type === 'container' && attributes.image?.startsWith('sha256:');
  return !isBuildStep && tellingActions.test(action);
}
