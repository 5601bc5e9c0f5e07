import { sharedNetworks } from '../../engine/addresses.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { readCalls } from '../../probes/calls.ts';
import type { Probe } from '../../probes/probe.ts';
import { readProgramOnce } from '../../probes/program-files.ts';
import { StoreRefused } from '../../probes/store-door.ts';
import { postgresLogins, redisLogins } from '../../probes/store-logins.ts';
import { findWrittenAddress } from '../../probes/written-address.ts';
import { between } from '../evidence.ts';
import { askRoles } from '../http/ask-roles.ts';
import { wayOf } from '../networks/way-of.ts';
import type { Experiment, Run } from '../run.ts';
import { countVisits } from './count-visits.ts';
import { PostgresView } from './postgres-view.ts';
import { RedisView } from './redis-view.ts';

/** A database that makes its files at its first start takes some seconds. */
const maxStartMs = 12_000;

/**
 * Active: asks an API for pages, reads from its stores what they counted meanwhile, and looks how it reaches them. The
 * stores are only read.
 */
export const countVisitors: Experiment = {
  name: 'visits',
  about: 'requests, and what the stores count before and after them',
  stage: 'ask',
  needs: [askRoles],
  async experiment(run: Run): Promise<void> {
    const counters = run.checks('counter-per-request');
    await Promise.all(run.checks('rows-per-request').map(({ from, to }) => experiment(run, from, to, counters)));
    await Promise.all(
      run.checks('private-by-name').flatMap(({ from, stores }) => stores.map(to => lookHow(run, from, to))),
    );
  },
};

async function experiment(
  run: Run,
  from: string,
  to: string,
  counters: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const counter = counters.find(check => check.from === from)?.to;
  const [api, postgres] = [run.container(from), run.container(to)];
  const redis = counter === undefined ? undefined : run.container(counter);
  // Where they cannot meet, all that needs their calls is blocked, and every request would only end in a failure.
  const all = [api, postgres, ...(counter === undefined ? [] : [redis])].flatMap(container => container ?? []);
  const canMeet = all.length === (counter === undefined ? 2 : 3) && sharedNetworks(all, run.evidence.facts).length > 0;
  if (!canMeet) return;
  const [rowsView, counterView] = await Promise.all([
    openStore(run, to, postgres, (probe, ms, signal) =>
      PostgresView.open(probe, postgres === undefined ? [] : postgresLogins(postgres, api), ms, signal),
    ),
    openStore(run, counter ?? '', redis, (probe, ms, signal) =>
      RedisView.open(probe, redis === undefined ? [] : redisLogins(redis, api), ms, signal),
    ),
  ]);
  const address = run.evidence.http[from]?.address;
  const port = run.evidence.http[from]?.attempts.find(({ outcome }) => outcome.ok)?.port;
  if (api === undefined || address === undefined || port === undefined) return;
  if (rowsView === undefined && counterView === undefined) return;
  await run.try(`visits ${from}`, async signal => {
    const probe = await run.probes.of(api, signal);
    if (probe === undefined) return;
    const stores = [postgres, redis].flatMap(store => store ?? []);
    const program = await readProgramOnce(probe, run.engine, api, stores, run.evidence.facts, signal);
    const stated = [...(run.options.statedPaths ?? []), ...program.paths];
    const given = run.options.paths?.[from];
    const scene = { api, probe, address, port, postgres: rowsView, redis: counterView, given, stated };
    run.evidence.visits = { ...run.evidence.visits, [from]: await countVisits(scene, signal) };
  });
}

async function openStore<View extends PostgresView | RedisView>(
  run: Run,
  role: string,
  container: ContainerFacts | undefined,
  open: (probe: Probe, deadlineMs: number, signal: AbortSignal) => Promise<View>,
): Promise<View | undefined> {
  if (container?.state !== 'running') return undefined;
  let view: View | undefined;
  await run.try(role, async signal => {
    const probe = await run.probes.of(container, signal);
    if (probe === undefined) return;
    try {
      view = await open(probe, Math.min(run.options.waitMs, maxStartMs), signal);
      const dataFolder = view instanceof PostgresView && view.dataFolder !== '' ? view.dataFolder : undefined;
      run.evidence.stores = { ...run.evidence.stores, [role]: { refused: undefined, dataFolder } };
    } catch (error) {
      if (!(error instanceof StoreRefused)) throw error;
      const refused = { refused: error.refusal, dataFolder: undefined };
      run.evidence.stores = { ...run.evidence.stores, [role]: refused };
    }
  });
  return view;
}

/** How the API finds a store: what was seen of it; where that does not tell, what is written in its files. */
async function lookHow(run: Run, from: string, to: string): Promise<void> {
  const pair = run.pairs().find(candidate => candidate.from === from && candidate.to === to);
  if (pair === undefined) return;
  const { caller, callee } = pair;
  const { facts } = run.evidence;
  await run.try(between(from, to), async signal => {
    const [probe, other] = await Promise.all([run.probes.of(caller, signal), run.probes.of(callee, signal)]);
    if (probe === undefined) return;
    await Promise.all([probe.snapshot(signal), other?.snapshot(signal)]);
    const observed = { caller: probe.observations, callee: other?.observations ?? [] };
    const evidence = readCalls(caller, callee, facts, observed);
    run.evidence.calls[between(from, to)] = evidence;
    if (wayOf(evidence, caller, callee).by !== 'unclear') return;
    const written = await findWrittenAddress(run.engine, caller, callee, facts, signal);
    if (written !== undefined) run.evidence.written = { ...run.evidence.written, [between(from, to)]: written };
  });
}
