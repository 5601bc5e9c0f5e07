import type { Facts } from '../engine/facts.ts';
import type { Report } from '../verdict/report.ts';
import type { Removal, ScriptFollower } from './sandbox/script-follower.ts';
import { better } from './verify-until-stable.ts';

/** What was seen just before a script took something away. */
export interface Seen {
  readonly report: Report;
  /** The docker command that it was seen before. */
  readonly command: string;
}

export interface LooksOptions {
  readonly maxLooks: number;
  /** Of all looks together, in milliseconds: what a look may not take any more, it is told to leave. */
  readonly maxMs: number;
  facts(signal: AbortSignal): Promise<Facts>;
  verify(signal: AbortSignal): Promise<Report>;
  readonly signal: AbortSignal;
}

interface Look extends Seen {
  /** The containers that ran then. */
  readonly running: ReadonlySet<string>;
  readonly removed: Removal[];
}

/**
 * Looks before a script takes away what it has shown: what was met then is met, if cleaning up is all that came after. See
 * docs/decisions/2026-12-01-seen-before-cleaning-up.md.
 */
export class LooksBeforeRemoval implements ScriptFollower {
  readonly #options: LooksOptions;
  #looks: Look[] = [];
  #count = 0;
  #spentMs = 0;
  /** How often something was made or changed: a look in which that happened shows nothing that there was. */
  #rebuilds = 0;

  constructor(options: LooksOptions) {
    this.#options = options;
  }

  async onRemoval(removal: Removal): Promise<void> {
    for (const { removed } of this.#looks) removed.push(removal);
    const leftMs = this.#options.maxMs - this.#spentMs;
    if (!removal.isNew || this.#count >= this.#options.maxLooks || leftMs <= 0) return;
    this.#count++;
    const began = performance.now();
    const rebuilds = this.#rebuilds;
    const signal = AbortSignal.any([this.#options.signal, AbortSignal.timeout(Math.ceil(leftMs))]);
    try {
      const { containers } = await this.#options.facts(signal);
      const running = new Set(containers.filter(({ state }) => state === 'running').map(({ name }) => name));
      const report = await this.#options.verify(signal);
      if (rebuilds === this.#rebuilds)
        this.#looks.push({ report, command: removal.command, running, removed: [removal] });
    } catch {
      // What could not be seen then, nobody has to answer for: the end is looked at in any case.
    } finally {
      this.#spentMs += performance.now() - began;
    }
  }

  onRebuild(): void {
    this.#rebuilds++;
    this.#looks = [];
  }

  /** True if there was something to look at. */
  get hasSeen(): boolean {
    return this.#looks.length > 0;
  }

  /** The look that earned most, of those that nothing but cleaning up came after; `facts` are those of the end. */
  best({ containers }: Facts): Seen | undefined {
    const alive = new Set(containers.filter(({ state }) => state === 'running').map(({ name }) => name));
    const [first, ...others] = this.#looks.filter(look => isCleanedUp(look, alive));
    return others.reduce<Seen | undefined>(
      (best, look) => (best !== undefined && better(best.report, look.report) === best.report ? best : look),
      first,
    );
  }
}

/** True if what played a role is gone because the script has taken it away, and for no other reason. */
function isCleanedUp({ report, running, removed }: Look, alive: ReadonlySet<string>): boolean {
  const players = report.bindings.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const taken = new Set(removed.filter(({ of }) => of === 'container').map(({ name }) => name));
  const hasTaken =
    removed.some(({ of, name }) => of === 'network' && name !== '') || players.some(name => taken.has(name));
  return hasTaken && players.every(name => !running.has(name) || alive.has(name) || taken.has(name));
}
