import { AsyncFlag } from '../base/async-flag.ts';
import { AsyncQueue } from '../base/async-queue.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { ConnectedEngine } from '../engine/engine.ts';
import { noVerdicts } from './disruptive-verdicts.ts';
import { LiveChecks } from './live-checks.ts';
import type { LiveEvent } from './live-event.ts';
import type { LiveMemory } from './live-memory.ts';
import type { LiveOptions } from './live-options.ts';
import { isEngineAway, retryAfterMs, setbackMessage } from './setback.ts';

/**
 * Checks a challenge whenever something changes on the engine, until the signal aborts. After each change come the
 * verdicts that inspection can tell, then the complete ones. Survives the engine's going away and coming back, and whatever
 * fails in a look: that is told, and tried again.
 */
export async function* watchChallenge(
  challenge: Challenge,
  connected: ConnectedEngine,
  options: LiveOptions,
): AsyncGenerator<LiveEvent> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const box = new AsyncQueue<LiveEvent>();
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
  readonly #box: AsyncQueue<LiveEvent>;
  readonly #memory: LiveMemory = { last: undefined, kept: noVerdicts, completed: 0 };
  readonly #awake = new AsyncFlag();
  #checks: LiveChecks | undefined;

  constructor(challenge: Challenge, connected: ConnectedEngine, options: LiveOptions, box: AsyncQueue<LiveEvent>) {
    this.#challenge = challenge;
    this.#connected = connected;
    this.#options = options;
    this.#box = box;
  }

  async run(): Promise<void> {
    const { signal, recheck } = this.#options;
    const onRecheck = () => {
      this.#checks?.recheck();
      this.#awake.set();
    };
    const onDisrupt = () => this.#checks?.disrupt();
    recheck?.addEventListener('recheck', onRecheck);
    recheck?.addEventListener('disrupt', onDisrupt);
    let lost = false;
    let failures = 0;
    try {
      while (!signal.aborted) {
        const { completed } = this.#memory;
        try {
          await this.#connected.engine.version({ signal, deadlineMs: 5_000 });
          if (lost) this.#box.put({ kind: 'engine-back' });
          lost = false;
          await this.#whileEngineAnswers();
        } catch (error) {
          if (signal.aborted) return;
          const isAway = isEngineAway(error);
          const message = setbackMessage(error);
          if (!isAway) this.#box.put({ kind: 'look-failed', message });
          else if (!lost) this.#box.put({ kind: 'engine-lost', message });
          lost ||= isAway;
          if (isAway || this.#memory.completed > completed) failures = 0;
          failures += 1;
          await this.#awake.wait(signal, retryAfterMs(isAway, failures));
        }
      }
    } finally {
      recheck?.removeEventListener('recheck', onRecheck);
      recheck?.removeEventListener('disrupt', onDisrupt);
    }
  }

  /** Ends only by throwing: the engine has gone, something failed, or the signal aborted. */
  async #whileEngineAnswers(): Promise<void> {
    this.#checks = new LiveChecks(this.#challenge, this.#connected, this.#options, this.#box, this.#memory);
    try {
      await this.#checks.run();
    } finally {
      this.#checks = undefined;
    }
  }
}
