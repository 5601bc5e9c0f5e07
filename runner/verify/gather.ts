import type { Challenge } from '../challenge/definition.ts';
import type { Engine } from '../engine/engine.ts';
import type { Facts } from '../engine/facts.ts';
import type { Evidence } from '../experiments/evidence.ts';
import type { Probes } from '../experiments/probes.ts';
import type { Binding } from '../roles/bind.ts';
import { findBehindGateway, isAboutGateways } from './find-behind-gateway.ts';
import { findKeepers, isAboutVolumes } from './find-keepers.ts';
import { findRoles } from './find-roles.ts';
import { type GatherOptions, Run, type Study } from './run.ts';
import { askCallers } from './studies/ask-callers.ts';
import { askGateways } from './studies/ask-gateways.ts';
import { askRoles } from './studies/ask-roles.ts';
import { countVisitors } from './studies/count-visitors.ts';
import { lookAgain } from './studies/look-again.ts';
import { readLogs } from './studies/read-logs.ts';
import { restartCallees } from './studies/restart-callees.ts';
import { stopCallees } from './studies/stop-callees.ts';
import { stopDatabases } from './studies/stop-databases.ts';
import { stopServices } from './studies/stop-services.ts';
import { studyVolumes } from './studies/study-volumes.ts';
import { watchPairs } from './studies/watch-pairs.ts';

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
