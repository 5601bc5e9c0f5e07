import type { Challenge } from '../challenge/definition.ts';
import type { Engine } from '../engine/engine.ts';
import type { Probes } from '../probes/probes.ts';
import { resolveRoles } from '../roles/resolve-roles.ts';
import { disturbable } from './disruptive-checks.ts';
import type { Evidence } from './evidence.ts';
import { lookAgain } from './look-again.ts';
import { readLogs } from './read-logs.ts';
import { definitionOf } from './registry.ts';
import { type Experiment, type GatherOptions, Run, stages } from './run.ts';

/** The experiments that decide the checks of a challenge, with those that they build on, and what is looked at in any case. */
function experimentsOf(challenge: Challenge): ReadonlySet<Experiment> {
  const wanted = new Set<Experiment>([readLogs, lookAgain]);
  const want = (experiment: Experiment) => {
    wanted.add(experiment);
    experiment.needs?.forEach(want);
  };
  for (const { check } of challenge.objectives) {
    const { observes } = definitionOf(check);
    if (observes !== 'facts') want(observes);
  }
  return wanted;
}

async function begin(challenge: Challenge, engine: Engine, probes: Probes, options: GatherOptions): Promise<Run> {
  const { trace, signal } = options;
  const [facts, clock] = await trace('facts', () => Promise.all([engine.facts({ signal }), engine.clock({ signal })]));
  await probes.keepOnly(facts.containers);
  const { bindings, past } = await trace('roles', () => resolveRoles(challenge, { facts, engine, probes }, options));
  const run = new Run(challenge, engine, { facts, bindings, clock }, probes, options);
  if (past !== undefined) run.evidence.past = [...past];
  return run;
}

/** Looks at the engine, finds the roles, and makes the experiments that the challenge's checks need. */
export async function gather(
  challenge: Challenge,
  engine: Engine,
  probes: Probes,
  options: GatherOptions,
): Promise<Evidence> {
  const { trace } = options;
  let run = await begin(challenge, engine, probes, options);
  const ids = disturbable(run);
  await using turn = ids.length === 0 ? undefined : await trace('turn', () => options.takeTurn(ids));
  if (turn?.isLate) run = await begin(challenge, engine, probes, options);
  run.hasTurn = turn?.isOurs === true;
  if (turn?.isOurs === false) run.evidence.othersDisturbed = true;
  const experiments = [...experimentsOf(challenge)];
  for (const stage of stages) {
    const own = experiments.filter(experiment => experiment.stage === stage);
    await Promise.all(own.map(({ name, experiment }) => trace(name, () => experiment(run))));
  }
  return run.evidence;
}
