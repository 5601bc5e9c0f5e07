import { messageOf } from '../base/errors.ts';
import type { Challenge } from '../challenge/definition.ts';
import { type Clock, type Engine, EngineError, type Journal } from '../engine/engine.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import type { Probes } from '../probes/probes.ts';
import type { Binding } from '../roles/binding.ts';
import type { RoleOptions } from '../roles/role-options.ts';
import type { Evidence } from './evidence.ts';
import type { Trace } from './trace.ts';

export interface GatherOptions extends RoleOptions {
  /** Whether experiments that disturb the learner's containers may be made. */
  readonly disrupt: boolean;
  /** Whether all that is on the engine may be: nobody needs it afterwards. */
  readonly throwaway?: boolean;
  readonly trace: Trace;
  /** Where disturbances are noted until they are put right. */
  readonly journal: Journal;
  /** Called before anything is disturbed, with the ids of the containers that may be. */
  readonly takeTurn: (containers: readonly string[]) => Promise<Turn>;
}

/** This lab's turn to disturb containers of the engine; disposing of it gives it to the next. */
export interface Turn extends AsyncDisposable {
  /** False if another lab did not give it away in time: then nothing may be disturbed. */
  readonly isOurs: boolean;
  /** True if another lab has disturbed something meanwhile, so that what was looked at before has to be looked at again. */
  readonly isLate: boolean;
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** What an experiment of one run works with, and where it puts what it finds. */
export class Run {
  readonly challenge: Challenge;
  readonly engine: Engine;
  readonly probes: Probes;
  /** The engine's: for all that the engine and the probes have stamped. */
  readonly clock: Clock;
  readonly options: GatherOptions;
  /** Experiments add to it; the judge gets it when all are done. */
  readonly evidence: { -readonly [Key in keyof Evidence]: Mutable<Evidence[Key]> };

  /** Whether it is this lab's turn to disturb anything. */
  hasTurn = false;

  constructor(
    challenge: Challenge,
    engine: Engine,
    found: { facts: Facts; bindings: readonly Binding[]; clock: Clock },
    probes: Probes,
    options: GatherOptions,
  ) {
    this.challenge = challenge;
    this.engine = engine;
    this.probes = probes;
    this.options = options;
    const { facts, bindings, clock } = found;
    this.clock = clock;
    const nothing = { http: {}, calls: {}, restarts: {}, logs: {}, faults: {} };
    this.evidence = { at: clock(), facts, bindings: [...bindings], unstable: [], ...nothing };
  }

  /** The checks of one kind that the challenge has. */
  checks<Kind extends Challenge['objectives'][number]['check']['kind']>(kind: Kind) {
    type Wanted = Extract<Challenge['objectives'][number]['check'], { kind: Kind }>;
    return this.challenge.objectives.flatMap(({ check }) => (check.kind === kind ? [check as Wanted] : []));
  }

  container(role: string): ContainerFacts | undefined {
    const id = this.evidence.bindings.find(binding => binding.role === role)?.container;
    return this.evidence.facts.containers.find(container => container.id === id);
  }

  /** The bound containers of all other roles. */
  partnersOf(role: string): ContainerFacts[] {
    return this.evidence.bindings.flatMap(binding =>
      binding.role === role ? [] : (this.container(binding.role) ?? []),
    );
  }

  /** Who should call whom, where both run. */
  pairs(): { from: string; to: string; caller: ContainerFacts; callee: ContainerFacts }[] {
    return this.challenge.roles.flatMap(role =>
      role.calls.flatMap(to => {
        const [caller, callee] = [this.container(role.id), this.container(to)];
        if (caller?.state !== 'running' || callee?.state !== 'running') return [];
        return [{ from: role.id, to, caller, callee }];
      }),
    );
  }

  /**
   * Whether this container may be disturbed: it is our turn, and it was bound by name and that is asked for, or `lab up` made it, or the
   * engine is a throwaway one.
   * See docs/evidence.md, "Who plays which role". Not in the checks that a live loop makes by itself (they do not
   * wait): what we stop is a change, and after each change it looks again.
   */
  mayDisturb(role: string, container: ContainerFacts): boolean {
    return this.hasTurn && this.isAllowed(role, container);
  }

  /** The same, but for whose turn it is. */
  isAllowed(role: string, container: ContainerFacts): boolean {
    if (this.options.waitMs === 0) return false;
    if (container.labels[label.challenge] === this.challenge.id) return true;
    const how = this.evidence.bindings.find(binding => binding.role === role)?.how;
    if (this.options.disrupt && this.options.throwaway === true) return true;
    return this.options.disrupt && (how === 'bind' || how === 'name');
  }

  /**
   * Makes an experiment. An engine that is gone ends the run; anything else that fails leaves the one question `key` open,
   * and the judge finds it among the faults.
   */
  async try(key: string, experiment: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.options;
    try {
      await experiment(signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof EngineError && error.kind === 'not-found') return;
      if (error instanceof EngineError) await this.engine.version({ signal });
      this.evidence.faults[key] = messageOf(error);
    }
  }
}

/** Looks into one question and adds what it finds to the run's evidence. It runs only where the challenge asks it. */
export interface Experiment {
  /** What its time is told under. */
  readonly name: string;
  /** What it goes by, for authors, as in “decided by …”. */
  readonly about: string;
  readonly stage: Stage;
  /** The experiments whose evidence it builds on. They are made wherever it is, and belong to an earlier stage. */
  readonly needs?: readonly Experiment[];
  experiment(run: Run): Promise<void>;
}

/** Experiments of one stage run side by side, and the stages one after the other, in this order. */
export const stages = ['look', 'ask', 'look again', 'disturb'] as const;
export type Stage = (typeof stages)[number];
