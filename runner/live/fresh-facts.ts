import { raceAbort } from '../base/race-abort.ts';
import type { CallOptions, Engine, StaleFacts } from '../engine/engine.ts';
import type { EngineEvent, Facts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import { containerOf, staleAfter } from './event-meaning.ts';
import { keepSame } from './same-facts.ts';

/** The engine may tell of a change a moment before it shows: who had an event this lately is looked at each time. */
const unsettledMs = 1_000;
/** Everything is looked at anew this often, in case an event was missed. */
const wholeMs = 30_000;

/**
 * The facts of an engine, kept up to date by its events: only what they tell of is looked at again. The lab's own helpers
 * are left out. What has not changed stays the same object, so that `===` tells whether anything has.
 */
export class FreshFacts {
  readonly #engine: Engine;
  readonly #signal: AbortSignal;
  #facts: Facts | undefined;
  #stale: StaleFacts = nothing;
  #wholeAt = Number.NEGATIVE_INFINITY;
  #isWholeStale = true;
  #refreshing: Promise<void> | undefined;
  /** Container → when its last event came. */
  readonly #unsettled = new Map<string, number>();

  readonly #onChange: (facts: Facts) => void;

  /** `onChange` is called with the facts whenever they have become others. */
  constructor(engine: Engine, signal: AbortSignal, onChange: (facts: Facts) => void) {
    this.#engine = engine;
    this.#signal = signal;
    this.#onChange = onChange;
  }

  /** Takes note of an event, and says whether it makes anything stale. */
  note(event: EngineEvent): boolean {
    const stale = staleAfter(event);
    if (stale === undefined) return false;
    if (stale === 'everything') {
      this.distrust();
      return true;
    }
    const container = containerOf(event);
    if (container !== undefined) this.#unsettled.set(container, performance.now());
    this.#stale = both(this.#stale, stale);
    return true;
  }

  /** Has everything looked at again the next time. */
  distrust(): void {
    this.#isWholeStale = true;
  }

  /** The facts as of now. Throws an EngineError when the engine does not answer. */
  async current({ signal }: CallOptions = {}): Promise<Facts> {
    const refresh = async () => {
      // One that began before may have missed what has come since.
      await this.#refreshing;
      this.#refreshing ??= this.#refresh().finally(() => {
        this.#refreshing = undefined;
      });
      await this.#refreshing;
    };
    await (signal === undefined ? refresh() : raceAbort(refresh(), signal));
    if (this.#facts === undefined) throw new TypeError('no facts after a refresh');
    return this.#facts;
  }

  async #refresh(): Promise<void> {
    const isWhole = this.#isWholeStale || this.#facts === undefined || performance.now() - this.#wholeAt >= wholeMs;
    const stale = both(this.#stale, { ...nothing, containers: this.#stillUnsettled() });
    this.#stale = nothing;
    this.#isWholeStale = false;
    const signal = this.#signal;
    try {
      if (isWhole || this.#facts === undefined) {
        this.#become(withoutHelpers(await this.#engine.facts({ signal })));
        this.#wholeAt = performance.now();
      } else if (!isNothing(stale)) {
        this.#become(withoutHelpers(await this.#engine.refresh(this.#facts, stale, { signal })));
      }
    } catch (error) {
      this.#isWholeStale = true;
      throw error;
    }
  }

  #become(now: Facts): void {
    const before = this.#facts;
    this.#facts = before === undefined ? now : keepSame(before, now);
    if (this.#facts !== before) this.#onChange(this.#facts);
  }

  #stillUnsettled(): string[] {
    const now = performance.now();
    for (const [id, at] of this.#unsettled) if (now - at > unsettledMs) this.#unsettled.delete(id);
    return [...this.#unsettled.keys()];
  }
}

const nothing: StaleFacts = { containers: [], networks: false, volumes: false, images: false };

const isNothing = ({ containers, networks, volumes, images }: StaleFacts) =>
  containers.length === 0 && !networks && !volumes && !images;

const both = (one: StaleFacts, other: StaleFacts): StaleFacts => ({
  containers: [...new Set([...one.containers, ...other.containers])],
  networks: one.networks || other.networks,
  volumes: one.volumes || other.volumes,
  images: one.images || other.images,
});

function withoutHelpers(facts: Facts): Facts {
  const isOurs = ({ labels }: { readonly labels: Readonly<Record<string, string>> }) => label.session in labels;
  if (!facts.containers.some(isOurs) && !facts.volumes.some(isOurs)) return facts;
  const containers = facts.containers.filter(container => !isOurs(container));
  const used = new Set(containers.map(({ imageId }) => imageId));
  return {
    ...facts,
    containers,
    volumes: facts.volumes.filter(volume => !isOurs(volume)),
    images: facts.images.filter(({ id }) => used.has(id)),
  };
}
