import type { ContainerFacts } from '../../engine/facts.ts';
import { capBytes, type RecreationEvidence, type VolumeEvidence } from '../../probes/evidence/volume-evidence.ts';
import { memoryOf } from '../../probes/memory.ts';
import { VolumeHelper } from '../../probes/volume-helper.ts';
import { between } from '../evidence.ts';
import type { Experiment, Run } from '../run.ts';
import { type Rerun, recreateOnCopy } from './recreate-on-copy.ts';

/** For a live loop: how long findings hold while nothing changes on the engine, in milliseconds. */
const volumeFreshMs = 4_000;
const recreationFreshMs = 60_000;

/** Active: copies the volume that data are kept in, reads the databases there, and runs the keeper's image on the copy. */
export const experimentVolumes: Experiment = {
  name: 'volume',
  about: 'a look into a copy of the volume',
  stage: 'look',
  async experiment(run: Run): Promise<void> {
    const checks = run.checks('database-in-volume');
    await Promise.all(checks.map(({ volume, by }) => experimentVolume(run, volume, by)));
  },
};

async function experimentVolume(run: Run, role: string, by: string): Promise<void> {
  const name = run.evidence.bindings.find(binding => binding.role === role)?.volume;
  if (name === undefined) return;
  const { engine, evidence } = run;
  const keeper = run.container(by);
  const memory = memoryOf(run.probes);
  const rerun = await rerunOf(run, by, name);
  const dependsOn = JSON.stringify([name, keeper?.id, keeper?.state, keeper?.startedAt, rerun?.image, rerun?.targets]);
  const known = memory.recall<VolumeEvidence>('volume', dependsOn, volumeFreshMs);
  const wanted = run.checks('survives-recreation').some(check => check.volume === role && check.by === by);
  const recreated = memory.recall<RecreationEvidence>('recreation', dependsOn, recreationFreshMs);
  if (known !== undefined) {
    evidence.volumes = { ...evidence.volumes, [role]: known };
    if (recreated !== undefined) evidence.recreations = { ...evidence.recreations, [between(by, role)]: recreated };
    return;
  }
  await run.try(role, async signal => {
    await using scratch = await engine.createScratch(`copy of ${name}`, { signal });
    const willRecreate = wanted && recreated === undefined && rerun !== undefined;
    await using stack = new AsyncDisposableStack();
    const open = async (volumes: readonly string[]) =>
      stack.use(await VolumeHelper.open(engine, volumes, scratch.name, signal));
    // One looks, and goes at once, for a volume in use cannot be removed; the other stays with the copy.
    const [looker, watcher] = await Promise.all([open([name]), willRecreate ? open([]) : undefined]);
    const taken = await looker.take(capBytes, signal);
    await looker[Symbol.asyncDispose]();
    const outside = taken.databases.length === 0 && keeper ? await databasesOutside(run, keeper, signal) : [];
    const found: VolumeEvidence = { ...taken, outside };
    evidence.volumes = { ...evidence.volumes, [role]: found };
    memory.keep('volume', dependsOn, found);
    const hasRows = taken.databases.some(({ tables }) => tables.some(({ rows }) => rows > 0));
    const keep = (recreation: RecreationEvidence) => {
      evidence.recreations = { ...evidence.recreations, [between(by, role)]: recreation };
    };
    if (!wanted || !hasRows) return;
    if (recreated !== undefined) return keep(recreated);
    if (watcher === undefined || rerun === undefined) return;
    await run.try(between(by, role), async () => {
      const databases = taken.databases.filter(({ error }) => error === undefined).map(({ path }) => path);
      const recreation = await recreateOnCopy(engine, watcher, scratch.name, { ...rerun, databases }, signal);
      memory.keep('recreation', dependsOn, recreation);
      keep(recreation);
    });
  });
}

/** What to run on the copy, and where to mount it; `undefined` if that is not known. */
async function rerunOf(run: Run, by: string, volume: string): Promise<Omit<Rerun, 'databases'> | undefined> {
  const { bindings, past = [] } = run.evidence;
  const container = run.container(by);
  if (container !== undefined) {
    const targets = container.mounts.filter(({ source }) => source === volume).map(({ target }) => target);
    return targets.length === 0 ? undefined : { image: container.imageId, container, targets };
  }
  const image = bindings.find(({ role }) => role === by)?.image;
  if (image === undefined) return undefined;
  const ran = past.find(({ image: other, mounts }) => other === image && mounts.some(it => it.volume === volume));
  const target =
    ran?.mounts.find(it => it.volume === volume)?.target ??
    past.flatMap(({ mounts }) => mounts).find(it => it.volume === volume && it.writable)?.target ??
    (await run.engine.image(image, { signal: run.options.signal }))?.volumes?.[0] ??
    suggestedTarget(run, by);
  return target === undefined ? undefined : { image, container: undefined, targets: [target] };
}

/** Where the brief's command mounts the volume. */
function suggestedTarget({ challenge }: Run, by: string): string | undefined {
  const command = challenge.roles.find(({ id }) => id === by)?.run ?? '';
  return /(?:--volume|-v)[ =][^:\s]+:([^:\s]+)/.exec(command)?.[1];
}

/** Files outside of the volume that look like a database by their names. */
async function databasesOutside(run: Run, keeper: ContainerFacts, signal: AbortSignal): Promise<string[]> {
  const changed = await run.engine.changedFiles(keeper.id, { signal }).catch(() => []);
  return changed.filter(path => /\.(db|db3|sqlite|sqlite3|s3db)$/i.test(path)).slice(0, 5);
}
