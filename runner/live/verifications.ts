import type { AsyncQueue } from '../base/async-queue.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { ConnectedEngine } from '../engine/engine.ts';
import type { Probes } from '../probes/probes.ts';
import type { OtherLabs } from '../verdict/other-labs.ts';
import type { Report } from '../verdict/report.ts';
import { verify } from '../verdict/verify.ts';
import type { LiveEvent } from './live-event.ts';
import type { LiveOptions } from './live-options.ts';

/** How a challenge is verified as a whole while it is watched: with the same probes each time, and what waits is told. */
export class Verifications {
  readonly #challenge: Challenge;
  readonly #options: LiveOptions;
  readonly #otherLabs: OtherLabs;
  readonly #box: AsyncQueue<LiveEvent>;
  readonly #running = new Set<Promise<Report>>();

  constructor(challenge: Challenge, options: LiveOptions, otherLabs: OtherLabs, box: AsyncQueue<LiveEvent>) {
    this.#challenge = challenge;
    this.#options = options;
    this.#otherLabs = otherLabs;
    this.#box = box;
  }

  /** One whole look. Throws what `verify` throws. */
  start(
    connected: ConnectedEngine,
    probes: Probes,
    signal: AbortSignal,
    how: { readonly disrupt: boolean; readonly waitMs?: number },
  ): Promise<Report> {
    const { binds, paths, statedPaths } = this.#options;
    const running = verify(this.#challenge, connected, {
      binds,
      ...(paths === undefined ? {} : { paths }),
      ...(statedPaths === undefined ? {} : { statedPaths }),
      signal,
      probes,
      otherLabs: this.#otherLabs,
      onWait: () => this.#box.put({ kind: 'waiting' }),
      ...how,
    });
    this.#running.add(running);
    running.finally(() => this.#running.delete(running)).catch(() => {});
    return running;
  }

  /** Waits for all that were started, those that nobody waits for any more included. Never throws. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#running);
  }
}
