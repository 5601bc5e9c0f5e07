import { messageOf } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { LiveEvent } from '../../live/live-event.ts';
import type { Binds } from '../../roles/binding.ts';

/** The live loop as the screen needs it. On `recheck`, an event `recheck` asks for a check, `disrupt` for the checks that disturb. */
export type Watch = (
  challenge: Challenge,
  options: {
    readonly binds: Binds;
    readonly signal: AbortSignal;
    readonly recheck: EventTarget;
  },
) => AsyncIterable<LiveEvent>;

/** Starts watches of challenges, and knows which of them have not ended yet. */
export interface Watcher {
  /** Follows a challenge until `stop` is called. `ended` is told why where the watch ends by itself. */
  start(
    challenge: Challenge,
    binds: Binds,
    listener: { event(event: LiveEvent): void; ended(message: string): void },
  ): { stop(): void; recheck(): void; disrupt(): void };
  /** Resolves when all that was started has really ended, helper containers included. */
  settled(): Promise<void>;
}

/** Watches outlive the screen that began them by the time they need to clean up; this knows all of them. */
export function createWatcher(watch: Watch, signal: AbortSignal): Watcher {
  const running = new Set<Promise<void>>();
  return {
    start(challenge, binds, listener) {
      const stopping = new AbortController();
      const recheck = new EventTarget();
      const both = AbortSignal.any([signal, stopping.signal]);
      const tell = (event: LiveEvent) => {
        try {
          listener.event(event);
        } catch (error) {
          // An event that the screen cannot take in ends nothing: the next one may be taken.
          listener.event({ kind: 'look-failed', message: messageOf(error) });
        }
      };
      const follow = async () => {
        let ending = '';
        try {
          for await (const event of watch(challenge, { binds, signal: both, recheck })) {
            if (both.aborted) break;
            tell(event);
          }
        } catch (error) {
          ending = messageOf(error);
        }
        if (!both.aborted) listener.ended(ending);
      };
      const run = follow().finally(() => running.delete(run));
      running.add(run);
      return {
        stop: () => stopping.abort(),
        recheck: () => recheck.dispatchEvent(new Event('recheck')),
        disrupt: () => recheck.dispatchEvent(new Event('disrupt')),
      };
    },
    async settled() {
      await Promise.allSettled(running);
    },
  };
}
