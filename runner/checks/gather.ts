import type { Challenge } from '../challenge/definition.ts';
import type { Engine } from '../engine/engine.ts';
import type { Facts } from '../engine/facts.ts';
import type { Probes } from '../probes/probes.ts';
import type { Binding } from '../roles/binding.ts';
import { findBehindGateway, isAboutGateways } from '../roles/find-behind-gateway.ts';
import { findKeepers, isAboutVolumes } from '../roles/find-keepers.ts';
import { findRoles } from '../roles/find-roles.ts';
import { askCallers } from './calls/ask-callers.ts';
import { watchPairs } from './calls/watch-pairs.ts';
import type { Evidence } from './evidence.ts';
import { askGateways } from './gateway/ask-gateways.ts';
import { askRoles } from './http/ask-roles.ts';
import { lookAgain } from './look-again.ts';
import { restartCallees } from './outages/restart-callees.ts';
import { stopCallees } from './outages/stop-callees.ts';
import { stopDatabases } from './outages/stop-databases.ts';
import { stopServices } from './outages/stop-services.ts';
import { readLogs } from './read-logs.ts';
import { type GatherOptions, Run, type Study } from './run.ts';
import { countVisitors } from './stores/count-visitors.ts';
import { studyVolumes } from './volumes/study-volumes.ts';

/** In this order: what looks, what asks, what disturbs. Each stage's studies run side by side. */
const stages: readonly (readonly Study[])[] = [
  [readLogs, studyVolumes, askRoles],
  [watchPairs, askCallers, askGateways, countVisitors],
  [lookAgain],
  [restartCallees, stopCallees, stopServices, stopDatabases],
];

async function findPlayers(
  challenge: Challenge,
  facts: Facts,
  engine: Engine,
  probes: Probes,
  options: GatherOptions,
): Promise<Binding[]> {
  const bindings = await findRoles(challenge, facts, engine, probes, options);
  if (!isAboutGateways(challenge)) return bindings;
  return findBehindGateway(challenge, { facts, bindings, engine, probes }, options);
}

async function begin(challenge: Challenge, engine: Engine, probes: Probes, options: GatherOptions): Promise<Run> {
  const { trace, signal } = options;
  const [facts, clock] = await trace('facts', () => Promise.all([engine.facts({ signal }), engine.clock({ signal })]));
  await probes.keepOnly(facts.containers);
  const { bindings, past } = await trace('roles', async () =>
    isAboutVolumes(challenge)
      ? await findKeepers(challenge, facts, engine, probes, options)
      : { bindings: await findPlayers(challenge, facts, engine, probes, options), past: undefined },
  );
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
  const disturbable = run.disturbable();
  await using turn = disturbable.length === 0 ? undefined : await trace('turn', () => options.takeTurn(disturbable));
  if (turn?.isLate) run = await begin(challenge, engine, probes, options);
  run.hasTurn = turn?.isOurs === true;
  if (turn?.isOurs === false) run.evidence.othersDisturbed = true;
  for (const stage of stages) {
    await Promise.all(stage.map(({ name, study }) => trace(name, () => study(run))));
  }
  return run.evidence;
}
