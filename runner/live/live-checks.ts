import { AsyncFlag } from '../base/async-flag.ts';
import type { AsyncQueue } from '../base/async-queue.ts';
import { raceAbort } from '../base/race-abort.ts';
import type { Challenge } from '../challenge/definition.ts';
import { type ConnectedEngine, EngineError } from '../engine/engine.ts';
import { Probes } from '../probes/probes.ts';
import { type Inspection, inspectFacts } from '../verdict/inspect.ts';
import { OtherLabs } from '../verdict/other-labs.ts';
import { allRequiredPassed, type Report } from '../verdict/report.ts';
import { Changes } from './changes.ts';
import { noVerdicts, verdictsToKeep, withKept } from './disruptive-verdicts.ts';
import { FreshFacts } from './fresh-facts.ts';
import { LiveEngine } from './live-engine.ts';
import type { LiveEvent } from './live-event.ts';
import type { LiveMemory } from './live-memory.ts';
import type { LiveOptions } from './live-options.ts';
import { haveSameVerdicts, withInspection, withNewer } from './merge.ts';
import { isRelevant, type Scene } from './relevance.ts';
import { Turns } from './turns.ts';
import { Verifications } from './verifications.ts';

/** A check that was overtaken by events begins anew, but where they never stop, one has to be finished. In milliseconds. */
const timeoutMs = 2_000;
/** The engine tells of what we did to a container a moment after it was done. */
const echoMs = 500;

/**
 * The live checks of one challenge while the engine answers. Three things go on side by side: events are followed; after
 * each, one look tells what it can, at once; and complete checks are made, again and again, ever less often while
 * nothing happens. A complete check that is overtaken by events begins anew.
 */
export class LiveChecks {
  readonly #challenge: Challenge;
  readonly #connected: ConnectedEngine;
  readonly #options: LiveOptions;
  readonly #box: AsyncQueue<LiveEvent>;
  readonly #memory: LiveMemory;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #facts: FreshFacts;
  readonly #engine: LiveEngine;
  /** How far the engine's clock is ahead of ours. */
  #aheadMs = 0;
  /** Rings when there is something to look at. */
  readonly #lookFlag = new AsyncFlag();
  readonly #turns: Turns;
  #isDisruptionWanted = false;
  #running: AbortController | undefined;
  readonly #verifications: Verifications;
  /** When the check began that has not been finished since, whether begun anew or not. */
  #since = 0;
  #seen: Scene | undefined;
  #inspection: (Inspection & { readonly at: number }) | undefined;
  readonly #changes: Changes;
  #isDisturbing = false;

  constructor(
    challenge: Challenge,
    connected: ConnectedEngine,
    options: LiveOptions,
    box: AsyncQueue<LiveEvent>,
    memory: LiveMemory,
  ) {
    this.#challenge = challenge;
    this.#connected = connected;
    this.#options = options;
    this.#box = box;
    this.#memory = memory;
    this.#signal = AbortSignal.any([options.signal, this.#stop.signal]);
    this.#facts = new FreshFacts(connected.engine, this.#signal, facts =>
      box.put({ kind: 'facts', facts, aheadMs: this.#aheadMs }),
    );
    this.#engine = new LiveEngine(connected, this.#facts);
    this.#turns = new Turns(this.#signal);
    const otherLabs = new OtherLabs(connected.engine);
    this.#verifications = new Verifications(challenge, options, otherLabs, box);
    this.#changes = new Changes(this.#facts, {
      onEvent: event => otherLabs.note(event),
      onImage: () => this.#engine.forgetImages(),
      onChange: event => {
        box.put({ kind: 'change', event });
        this.#turns.event();
        this.#lookFlag.set();
      },
      onStale: () => this.#lookFlag.set(),
      onRun: container => {
        if (this.#isPlayer(container)) this.#turns.traffic();
      },
    });
  }

  /** Ends only by throwing: the engine has gone, something failed, or the signal aborted. */
  async run(): Promise<void> {
    const { engine } = this.#connected;
    const signal = this.#signal;
    await using probes = new Probes(engine, { signal, onTraffic: () => this.#turns.traffic() });
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    // Only once the engine tells of changes: none is missed between the look and the events.
    const beginning = opened.then(async () => {
      const clock = await engine.clock({ signal });
      this.#aheadMs = clock() - Date.now();
      return await this.#facts.current({ signal });
    });
    const following = this.#changes.follow(engine.events(signal, open), beginning);
    const started = Promise.race([beginning, following]);
    const looking = started.then(() => this.#keepLooking());
    const checking = started.then(() => this.#keepChecking(probes));
    try {
      await Promise.race([following, looking, checking]);
      signal.throwIfAborted();
      throw new EngineError('unreachable', 'the engine closed the stream of events');
    } finally {
      this.#stop.abort();
      await Promise.allSettled([following, looking, checking, this.#verifications.ended()]);
    }
  }

  /** Somebody wants a check now, and trusts nothing that was known before. */
  recheck(): void {
    this.#facts.distrust();
    this.#turns.want();
  }

  /** Somebody wants the checks that disturb. */
  disrupt(): void {
    this.#isDisruptionWanted = true;
    if (!this.#isDisturbing) this.#running?.abort();
    this.#turns.want();
  }

  async #keepLooking(): Promise<void> {
    while (!this.#signal.aborted) {
      await this.#lookFlag.wait(this.#signal);
      if (this.#signal.aborted) return;
      await this.#look();
    }
  }

  /** What inspection alone can tell, at once; where experiments may now come out otherwise, a check is wanted. */
  async #look(): Promise<void> {
    const facts = await this.#facts.current({ signal: this.#signal });
    if (this.#isDisturbing) return;
    const touched = this.#changes.take();
    const before = this.#seen;
    if (before?.facts === facts && touched.length === 0) return;
    const inspection = await this.#inspect();
    const isTouched = touched.some(id => id !== undefined && this.#isPlayer(id));
    const mayBeOtherwise = before === undefined || isTouched || isRelevant(before, this.#seen ?? before);
    if (mayBeOtherwise) this.#memory.kept = noVerdicts;
    const { last } = this.#memory;
    if (last !== undefined) {
      const report = withInspection(inspection, last);
      const pending = mayBeOtherwise ? inspection.pending : [];
      if (mayBeOtherwise || !haveSameVerdicts(last, report)) {
        this.#memory.last = report;
        this.#box.put({ kind: 'report', report, complete: !mayBeOtherwise, pending });
      }
    }
    if (!mayBeOtherwise) return;
    this.#turns.want();
    if (performance.now() - this.#since < timeoutMs) this.#running?.abort();
  }

  async #inspect(): Promise<Inspection> {
    const signal = this.#signal;
    const facts = await this.#facts.current({ signal });
    const engine = { ...(await this.#engine.version(signal)), source: this.#connected.source };
    const inspection = inspectFacts(this.#challenge, facts, engine, this.#options);
    this.#seen = { facts, bindings: inspection.bindings };
    this.#inspection = { ...inspection, at: performance.now() };
    return inspection;
  }

  async #keepChecking(probes: Probes): Promise<void> {
    const signal = this.#signal;
    let unchanged = 0;
    let isAsked = true;
    if (this.#seen === undefined) await this.#inspect();
    while (!signal.aborted) {
      if (isAsked) this.#box.put({ kind: 'checking' });
      const began = performance.now();
      if (this.#since === 0) this.#since = began;
      const before = this.#memory.last;
      const report = await this.#check(probes);
      if (report !== undefined) this.#since = 0;
      unchanged = report !== undefined && haveSameVerdicts(before, report) ? unchanged + 1 : 0;
      const tookMs = performance.now() - began;
      isAsked = await this.#turns.next(report && { checks: unchanged, tookMs, solved: allRequiredPassed(report) });
      if (isAsked) unchanged = 0;
    }
  }

  /** One complete check, and its report told; `undefined` if it was overtaken. */
  async #check(probes: Probes): Promise<Report | undefined> {
    if (this.#isDisruptionWanted) return this.#disturb(probes);
    const running = new AbortController();
    const signal = AbortSignal.any([this.#signal, running.signal]);
    this.#running = running;
    const began = performance.now();
    try {
      // The probes go on watching between the checks, so none of them waits for the next call.
      const verifying = this.#verifications.start(this.#engine.connected, probes, signal, {
        disrupt: false,
        waitMs: 0,
      });
      // One that was overtaken may still have helpers to remove: the next one need not wait for that.
      const found = await raceAbort(verifying, signal);
      const newer = this.#inspection !== undefined && this.#inspection.at > began ? this.#inspection : undefined;
      const fresh = newer === undefined ? found : withNewer(found, newer);
      return this.#tell(withKept(fresh, this.#memory.kept));
    } catch (error) {
      if (running.signal.aborted && !this.#signal.aborted) return undefined;
      throw error;
    } finally {
      this.#running = undefined;
    }
  }

  /** The checks that disturb, as `lab verify --disrupt` makes them. What they do to containers is nobody's change. */
  async #disturb(probes: Probes): Promise<Report> {
    this.#isDisruptionWanted = false;
    this.#isDisturbing = true;
    try {
      const engine = this.#engine.disturbing(containerId => this.#changes.disturbing(containerId));
      const report = await this.#verifications.start(engine, probes, this.#signal, { disrupt: true });
      this.#memory.kept = verdictsToKeep(this.#challenge, report);
      this.#tell(report);
      await new AsyncFlag().wait(this.#signal, echoMs);
      this.#signal.throwIfAborted();
      this.#facts.distrust();
      await this.#inspect();
      return report;
    } finally {
      this.#isDisturbing = false;
      this.#changes.undisturbed();
      this.#lookFlag.set();
    }
  }

  #tell(report: Report): Report {
    this.#memory.last = report;
    this.#memory.completed += 1;
    this.#box.put({ kind: 'report', report, complete: true, pending: [] });
    return report;
  }

  #isPlayer(id: string): boolean {
    return this.#seen?.bindings.some(({ container }) => container === id) === true;
  }
}
