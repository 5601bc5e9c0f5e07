import type { Challenge } from '../challenge/definition.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/engine.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import { messageOf } from '../errors.ts';
import { askHttp, networkToAskOn } from '../experiments/ask-http.ts';
import type { CallEvidence } from '../experiments/calls.ts';
import { between, type Evidence } from '../experiments/evidence.ts';
import type { Probe } from '../experiments/probe.ts';
import type { Probes } from '../experiments/probes.ts';
import { restartCallee } from '../experiments/restart-callee.ts';
import { watchCalls } from '../experiments/watch-calls.ts';
import { sharedNetworks } from '../roles/addresses.ts';
import { type Binding, type Binds, bindRoles, worthProbing } from '../roles/bind.ts';
import { sightingOf } from '../roles/sighting.ts';
import { wayOf } from './checks/reached-by-name.ts';
import { rhythmOf } from './rhythm.ts';
import type { Trace } from './trace.ts';

export interface GatherOptions {
  readonly binds: Binds;
  /** Whether experiments that disturb the learner's containers may be made. */
  readonly disrupt: boolean;
  /** How long a call may be waited for, in milliseconds. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  readonly trace: Trace;
}

/** How long the roles may be looked for while calls may still show who is who. In milliseconds. */
const rolesMs = 2_500;
const restartMs = 20_000;
const logTail = 200;

/** Looks at the engine, finds the roles, and makes the experiments that the challenge's checks need. */
export async function gather(
  challenge: Challenge,
  engine: Engine,
  probes: Probes,
  options: GatherOptions,
): Promise<Evidence> {
  const { trace, signal } = options;
  const facts = await trace('facts', () => engine.facts({ signal }));
  await probes.keepOnly(facts.containers);
  const bindings = await trace('roles', () => findRoles(challenge, facts, probes, options));
  const run = new Run(challenge, engine, facts, bindings, probes, options);
  await trace('logs', () => run.readLogs());
  await trace('http', () => run.askHttp());
  await trace('calls', () => run.watchCalls());
  await trace('facts again', () => run.lookAgain());
  await trace('restart', () => run.restart());
  return run.evidence();
}

async function findRoles(
  challenge: Challenge,
  facts: Facts,
  probes: Probes,
  options: GatherOptions,
): Promise<Binding[]> {
  const { binds, signal } = options;
  const byInspection = bindRoles(challenge, facts, binds, new Map());
  const isClear = byInspection.every(binding => binding.container !== undefined);
  const bound = new Set(byInspection.map(binding => binding.container));
  const watched = isClear
    ? facts.containers.filter(container => bound.has(container.id))
    : worthProbing(challenge, facts, binds);
  const opened = new Map<string, Probe>();
  await Promise.all(
    watched.map(async container => {
      const probe = await probes.of(container, signal);
      if (probe !== undefined) opened.set(container.id, probe);
    }),
  );
  const find = () =>
    bindRoles(challenge, facts, binds, new Map([...opened].map(([id, probe]) => [id, sightingOf(probe.observations)])));
  const isBound = () => find().every(binding => binding.container !== undefined);
  const [first] = opened.values();
  const mayShow = opened.size > 1 && !isBound();
  if (mayShow && first !== undefined)
    await untilAny([...opened.values()], isBound, Math.min(rolesMs, options.waitMs), signal);
  return find();
}

/** Waits for a condition that any of the probes may make true. */
async function untilAny(
  probes: readonly Probe[],
  condition: () => boolean,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<void> {
  const settled = new AbortController();
  const either = AbortSignal.any([settled.signal, signal]);
  await Promise.race(probes.map(probe => probe.until(condition, deadlineMs, either).catch(() => false))).finally(() =>
    settled.abort(),
  );
  signal.throwIfAborted();
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** One run's experiments; each adds to the evidence, or to the faults where it could not be made. */
class Run {
  readonly #challenge: Challenge;
  readonly #engine: Engine;
  readonly #probes: Probes;
  readonly #options: GatherOptions;
  #facts: Facts;
  #unstable: readonly string[] = [];
  /** Before a restart of ours, which would make the calls seen until then look old. */
  #at = Date.now();
  readonly #bindings: readonly Binding[];
  readonly #http: Mutable<Evidence['http']> = {};
  readonly #calls: Mutable<Evidence['calls']> = {};
  readonly #restarts: Mutable<Evidence['restarts']> = {};
  readonly #logs: Mutable<Evidence['logs']> = {};
  readonly #faults: Mutable<Evidence['faults']> = {};

  constructor(
    challenge: Challenge,
    engine: Engine,
    facts: Facts,
    bindings: readonly Binding[],
    probes: Probes,
    options: GatherOptions,
  ) {
    this.#challenge = challenge;
    this.#engine = engine;
    this.#facts = facts;
    this.#bindings = bindings;
    this.#probes = probes;
    this.#options = options;
  }

  evidence(): Evidence {
    return {
      at: this.#at,
      facts: this.#facts,
      bindings: this.#bindings,
      unstable: this.#unstable,
      http: this.#http,
      calls: this.#calls,
      restarts: this.#restarts,
      logs: this.#logs,
      faults: this.#faults,
    };
  }

  async readLogs(): Promise<void> {
    await Promise.all(
      this.#bindings.map(async ({ role, container }) => {
        if (container === undefined) return;
        await this.#try(`log ${role}`, async signal => {
          this.#logs[role] = await this.#engine.logs(container, { tail: logTail, signal });
        });
      }),
    );
  }

  async askHttp(): Promise<void> {
    const roles = this.#challenge.objectives.flatMap(({ check }) =>
      check.kind === 'answers-http' ? [check.role] : [],
    );
    await Promise.all(
      [...new Set(roles)].map(async role => {
        const container = this.#container(role);
        const partners = this.#bindings.flatMap(binding =>
          binding.role === role ? [] : (this.#container(binding.role) ?? []),
        );
        const network = container && networkToAskOn(container, partners, this.#facts);
        if (container === undefined || network === undefined) return;
        await this.#try(role, async signal => {
          const probe = await this.#probes.of(container, signal);
          if (probe !== undefined)
            this.#http[role] = await askHttp(container, network, probe, this.#options.waitMs, signal);
        });
      }),
    );
  }

  async watchCalls(): Promise<void> {
    await Promise.all(
      this.#pairs().map(async ({ from, to, caller, callee }) => {
        const canMeet = sharedNetworks([caller, callee], this.#facts).length > 0;
        const answered = this.#http[to]?.attempts.some(({ outcome }) => outcome.ok) ?? true;
        // Where they cannot meet, the objectives that need calls are blocked: a look is enough.
        const waitMs = canMeet && answered ? this.#options.waitMs : 0;
        await this.#try(between(from, to), async signal => {
          const [callerProbe, calleeProbe] = await Promise.all([
            this.#probes.of(caller, signal),
            this.#probes.of(callee, signal),
          ]);
          if (callerProbe === undefined) return;
          const pair = { caller, callee, facts: this.#facts };
          const settled = (evidence: CallEvidence, now: number) => isSettled(evidence, caller, callee, now);
          this.#calls[between(from, to)] = await watchCalls(
            pair,
            { caller: callerProbe, callee: calleeProbe },
            settled,
            waitMs,
            signal,
          );
        });
      }),
    );
  }

  /** A container that ends again and again may have been running at the moment of the first look. */
  async lookAgain(): Promise<void> {
    const { containers } = await this.#engine.facts({ signal: this.#options.signal });
    this.#at = Date.now();
    const bound = new Set(this.#bindings.map(binding => binding.container));
    const latest = (before: ContainerFacts) => containers.find(({ id }) => id === before.id) ?? before;
    const isUnstable = (before: ContainerFacts) =>
      bound.has(before.id) && (latest(before).startedAt !== before.startedAt || latest(before).state !== before.state);
    this.#unstable = this.#facts.containers.filter(isUnstable).map(({ id }) => id);
    this.#facts = {
      ...this.#facts,
      containers: this.#facts.containers.map(before => (isUnstable(before) ? latest(before) : before)),
    };
  }

  /** Only where it is asked for and the roles were bound by name, or on what `lab up` made: see design.md, "Roles". */
  async restart(): Promise<void> {
    const checks = this.#challenge.objectives.flatMap(({ check }) =>
      check.kind === 'survives-restart' ? [check] : [],
    );
    for (const { from, to } of checks) {
      const pair = this.#pairs().find(candidate => candidate.from === from && candidate.to === to);
      const seen = this.#calls[between(from, to)];
      if (pair === undefined || seen === undefined || !this.#mayDisturb(to, pair.callee)) continue;
      if (!rhythmOf(seen, Date.now()).periodic) continue;
      await this.#try(between(from, to), async signal => {
        this.#restarts[between(from, to)] = await restartCallee(this.#engine, pair, this.#probes, restartMs, signal);
      });
    }
  }

  #mayDisturb(role: string, container: ContainerFacts): boolean {
    if (container.labels[label.challenge] === this.#challenge.id) return true;
    const how = this.#bindings.find(binding => binding.role === role)?.how;
    return this.#options.disrupt && (how === 'bind' || how === 'name');
  }

  /** Who should call whom, where both run. */
  #pairs() {
    return this.#challenge.roles.flatMap(role =>
      role.calls.flatMap(to => {
        const [caller, callee] = [this.#container(role.id), this.#container(to)];
        if (caller?.state !== 'running' || callee?.state !== 'running') return [];
        return [{ from: role.id, to, caller, callee }];
      }),
    );
  }

  #container(role: string): ContainerFacts | undefined {
    const id = this.#bindings.find(binding => binding.role === role)?.container;
    return this.#facts.containers.find(container => container.id === id);
  }

  /** An engine that is gone ends the run; anything else that fails leaves that one question open. */
  async #try(key: string, experiment: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await experiment(this.#options.signal);
    } catch (error) {
      this.#options.signal.throwIfAborted();
      if (error instanceof EngineError && error.kind === 'not-found') return;
      if (error instanceof EngineError) await this.#engine.version({ signal: this.#options.signal });
      this.#faults[key] = messageOf(error);
    }
  }
}

/** True where nothing more could be learnt by waiting. */
function isSettled(evidence: CallEvidence, caller: ContainerFacts, callee: ContainerFacts, now: number): boolean {
  const way = wayOf(evidence, caller, callee);
  return rhythmOf(evidence, now).periodic && way.by !== 'none' && way.by !== 'unclear';
}
