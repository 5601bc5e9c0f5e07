import type { Engine, Helper, HelperSpec } from '../../engine/engine.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import type { RecreatedRun, RecreationEvidence } from '../../probes/evidence/volume-evidence.ts';
import type { VolumeHelper } from '../../probes/volume-helper.ts';

/** How long a program that writes nothing is watched, in each run, from its start: one that waits for requests never writes here. */
const timeoutMs = [4_000, 1_500] as const;
/** How long a busy engine may take to start it. */
const toStartMs = 20_000;
/** How long a program may take to end after it was seen writing. */
const toEndMs = 150;
/** How long it may take until what an ended program wrote is seen. */
const toBeSeenMs = 500;
const linesKept = 20;

/** What to run: a container's image as it was started, or an image of which only that is known. */
export interface Rerun {
  readonly image: string;
  readonly container: ContainerFacts | undefined;
  /** Where the copy is mounted; a guess where there is no container. */
  readonly targets: readonly string[];
  /** The databases in the volume, by path. */
  readonly databases: readonly string[];
}

/**
 * Active: runs a learner's program on a copy of its volume, removes the container, and does so again; looks each time what
 * has become of the rows. It gets no network, and nothing of the learner's to write to.
 */
export async function recreateOnCopy(
  engine: Engine,
  helper: VolumeHelper,
  scratch: string,
  rerun: Rerun,
  signal: AbortSignal,
): Promise<RecreationEvidence> {
  const runs: RecreatedRun[] = [];
  let { targets } = rerun;
  await helper.remember(rerun.databases, signal);
  let tookMs = 0;
  for (const usual of timeoutMs) {
    // What has taken its time once takes it again.
    const patience = Math.max(usual, 2 * tookMs);
    const again = () => runOnce(engine, helper, { ...rerun, targets }, scratch, patience, signal);
    let { elsewhere, ranMs, ...outcome } = await again();
    if (elsewhere !== undefined) {
      targets = [elsewhere];
      ({ elsewhere, ranMs, ...outcome } = await again());
    }
    if (outcome.wrote) tookMs = ranMs;
    runs.push({ ...outcome, databases: await helper.compare(signal) });
  }
  const { image, container } = rerun;
  const target = targets[0] ?? '';
  return { image: container?.image ?? image, target, commandKnown: container !== undefined, runs };
}

async function runOnce(
  engine: Engine,
  helper: VolumeHelper,
  rerun: Rerun,
  scratch: string,
  patience: number,
  signal: AbortSignal,
): Promise<Omit<RecreatedRun, 'databases'> & { readonly ranMs: number; readonly elsewhere?: string }> {
  // Asked before the start, so that the first write is not missed.
  const changing = helper.awaitChange(toStartMs + patience, signal);
  // Where the start fails nobody awaits it.
  changing.catch(() => {});
  await using program = await engine.startHelper(specOf(rerun, scratch), { signal });
  const began = performance.now();
  const said: string[] = [];
  const reading = keepLast(program, said);
  const ending = program.ended.then(async exitCode => {
    await reading;
    return exitCode;
  });
  await within(patience, Promise.race([ending, changing]));
  const ranMs = performance.now() - began;
  const exitCode = await within(toEndMs, ending);
  const wrote = (await within(toBeSeenMs, changing)) ?? false;
  const isGuess = rerun.container === undefined && !wrote;
  const elsewhere = isGuess ? await writtenElsewhere(engine, program, rerun, signal) : undefined;
  return {
    ...{ wrote, ranMs, said: [...said] },
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
}

/** Where the volume should have been mounted, as a database of that name in the container's own file system tells. */
async function writtenElsewhere(
  engine: Engine,
  { id }: Helper,
  { databases, targets }: Rerun,
  signal: AbortSignal,
): Promise<string | undefined> {
  const changed = await engine.changedFiles(id, { signal }).catch(() => []);
  // The engine lists them in any order, and a folder on the way may be called like the file.
  const places = databases.flatMap(path =>
    changed.filter(file => file.endsWith(`/${path}`)).map(file => file.slice(0, -path.length - 1)),
  );
  return places.find(place => place !== '' && !targets.includes(place));
}

async function keepLast(program: Helper, lines: string[]): Promise<void> {
  try {
    for await (const line of program.lines) {
      lines.push(line.slice(0, 300));
      if (lines.length > linesKept) lines.shift();
    }
  } catch {
    // What it said helps people, and decides nothing.
  }
}

/** `undefined` if it takes longer. */
async function within<Result>(ms: number, promise: Promise<Result>): Promise<Result | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function specOf({ image, container, targets }: Rerun, scratch: string): HelperSpec {
  const volumes = targets.map(target => `${scratch}:${target}`);
  const base = { image, network: 'none', program: 'theirs', purpose: `${image} on a copy of its volume` } as const;
  if (container === undefined) return { ...base, command: [], input: false, volumes };
  const [entrypoint, ...command] = container.command;
  return {
    ...base,
    ...(entrypoint === undefined ? {} : { entrypoint: [entrypoint] }),
    command,
    env: container.env,
    ...(container.user === undefined ? {} : { user: container.user }),
    ...(container.workingDirectory ? { workingDirectory: container.workingDirectory } : {}),
    input: container.interactive ?? false,
    volumes: [...volumes, ...otherMounts(container, targets)],
  };
}

/** The engine's socket, and folders that it is in. */
const isWayToEngine = /^\/$|^(\/var)?\/run(\/|$)|\.sock$/;

/** Code may be mounted from the host. The way to the engine itself is not passed on. */
function otherMounts(container: ContainerFacts, targets: readonly string[]): string[] {
  return container.mounts
    .filter(({ type, target }) => (type === 'bind' || type === 'volume') && !targets.includes(target))
    .filter(({ source }) => !isWayToEngine.test(source))
    .map(({ source, target }) => `${source}:${target}:ro`);
}
