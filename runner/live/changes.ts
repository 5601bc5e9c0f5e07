import type { EngineEvent, Facts } from '../engine/facts.ts';
import { containerOf, execEndedIn, isNoNewVolume, isTelling } from './event-meaning.ts';
import type { FreshFacts } from './fresh-facts.ts';

/** What is done about events. */
export interface ChangeHandlers {
  /** Of any kind. */
  onEvent(event: EngineEvent): void;
  /** Images have changed. */
  onImage(): void;
  /** Somebody has changed something that may matter. */
  onChange(event: EngineEvent): void;
  /** What is known of the engine is not up to date, by our own doing. */
  onStale(): void;
  /** A command has ended in this container: it may have called somebody. */
  onRun(containerId: string): void;
}

/** What the engine's events say has changed, without what the lab does itself. */
export class Changes {
  readonly #facts: FreshFacts;
  readonly #handlers: ChangeHandlers;
  /** Containers of telling events that have not been looked at yet; undefined for what is about no container. */
  readonly #touched = new Set<string | undefined>();
  /** Containers that we disturb just now: what happens to them is not the learner's doing. */
  readonly #disturbed = new Set<string>();

  constructor(facts: FreshFacts, handlers: ChangeHandlers) {
    this.#facts = facts;
    this.#handlers = handlers;
  }

  /** Until the events end; `beginning` is what was there before them. */
  async follow(events: AsyncIterable<EngineEvent>, beginning: Promise<Facts>): Promise<void> {
    let volumes: Set<string> | undefined;
    for await (const event of events) {
      volumes ??= new Set((await beginning).volumes.map(({ name }) => name));
      this.#handlers.onEvent(event);
      if (event.type === 'image') this.#handlers.onImage();
      if (isNoNewVolume(event, volumes)) continue;
      const isStale = this.#facts.note(event);
      const container = containerOf(event);
      const isOurs = container !== undefined && this.#disturbed.has(container);
      if (isTelling(event) && !isOurs) {
        this.#touched.add(container);
        this.#handlers.onChange(event);
      } else if (isStale) this.#handlers.onStale();
      const ran = execEndedIn(event);
      if (ran !== undefined) this.#handlers.onRun(ran);
    }
  }

  /** The containers that were touched since this was last asked; undefined among them for what is about no container. */
  take(): (string | undefined)[] {
    const touched = [...this.#touched];
    this.#touched.clear();
    return touched;
  }

  /** From now on we disturb this container. */
  disturbing(containerId: string): void {
    this.#disturbed.add(containerId);
  }

  /** We disturb none any more. */
  undisturbed(): void {
    this.#disturbed.clear();
  }
}
