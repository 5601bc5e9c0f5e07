import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { streamLines } from '../../base/stream-lines.ts';
import { EngineError } from '../../engine/engine.ts';
import type { Host, Hosted } from '../../engine/host.ts';
import { label } from '../../engine/labels.ts';
import { startEngineContainer } from './engine-container.ts';
import { SandboxFault } from './sandbox.ts';

const gigabyte = 1024 ** 3;

/** On the volume. */
const labels = { [label.grading]: 'seed' };

/** How often it is looked whether the seed is complete while others look, too, or make it; and between two looks, in milliseconds. */
const maxLooks = 300;
const retryDelayMs = 200;

/** Of the engine that makes it. */
const limits = { cpus: 4, memoryBytes: 2 * gigabyte, processes: 2_048, diskBytes: 0 };

export interface SeedOptions {
  readonly host: Host;
  /** Opens the engine behind a unix socket as a host. */
  openHost(socket: string): Host;
  /** Of the nested engine. */
  readonly image: string;
  /** References of images on the host that every sandbox has. */
  readonly images: readonly string[];
  /** Files of `docker save` with more of them. */
  readonly imagesFiles: readonly string[];
  /** On this machine: for the socket of the engine that makes it. */
  readonly folder: string;
  readonly runtime?: string | undefined;
  readonly signal: AbortSignal;
}

/** The images that every sandbox begins with. Until it is disposed of, no other run takes them away. */
export interface Seed extends AsyncDisposable {
  /** The name of the volume that holds the data of an engine with the images in it. */
  readonly volume: string;
}

/**
 * A volume on which each sandbox's engine is planted. It is made where it is not there yet, kept for later runs, and replaces
 * those of other images that nobody holds. Throws SandboxFault when an image is missing, or somebody else does not get ready.
 */
export async function provideSeed(options: SeedOptions): Promise<Seed> {
  const { host, signal } = options;
  const volume = `estaleiro-seed-${await digest(options)}`;
  for (let looks = maxLooks; ; looks--) {
    const seed = await holdIfComplete(options, volume);
    if (seed !== undefined) {
      await removeOthers(options, volume);
      return seed;
    }
    try {
      if (await removeBroken(options, volume)) await makeSeed(options, volume);
      else await pause(retryDelayMs, undefined, { signal });
    } catch (error) {
      // Somebody else is making the same one.
      if (!(error instanceof EngineError) || error.kind !== 'conflict') throw error;
    }
    await host.gone(makerOf(volume), { signal });
    if (looks === 0) throw new SandboxFault(`${volume} is not complete, and something is using it`);
  }
}

/** False if others use it right now: they look at it, or make it. */
async function removeBroken({ host, signal }: SeedOptions, volume: string): Promise<boolean> {
  return (await host.removeVolume(volume, { signal })) || !(await host.volumes({}, { signal })).includes(volume);
}

async function removeOthers({ host, signal }: SeedOptions, volume: string): Promise<void> {
  const others = (await host.volumes(labels, { signal })).filter(name => name !== volume);
  for (const other of others) await host.removeVolume(other, { signal });
}

const makerOf = (volume: string) => `${volume}-maker`;

/** Changes with the images and with the engine that stores them. */
async function digest({ host, image, images, imagesFiles, signal }: SeedOptions): Promise<string> {
  const hash = createHash('sha256').update('1');
  for (const reference of [image, ...images]) {
    const id = await host.imageId(reference, { signal });
    if (id === undefined) throw new SandboxFault(`${reference} is not on the engine`);
    hash.update(`\0${reference}\0${id}`);
  }
  for (const file of imagesFiles) {
    const { size, mtimeMs } = await stat(file);
    hash.update(`\0${file}\0${size}\0${mtimeMs}`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * `undefined` if it is not there, or its making was broken off. What holds it is a container that it is mounted in: the engine
 * removes no volume that is in use, whoever asks for it, and the container ends with this process.
 */
async function holdIfComplete({ host, image, signal }: SeedOptions, volume: string): Promise<Seed | undefined> {
  await using cleanUp = new AsyncDisposableStack();
  const holder = cleanUp.use(
    await host.start(
      {
        image,
        command: ['sh', '-c', 'cat /seed/complete; echo; exec cat'],
        purpose: 'seed-in-use',
        network: 'none',
        env: {},
        // Where the volume was not there, this makes an empty one, which `makeSeed` replaces.
        binds: [`${volume}:/seed:ro`],
        ...{ readOnly: true, nested: false, cpus: 1, memoryBytes: gigabyte / 16, processes: 16 },
      },
      { signal },
    ),
  );
  holder.stderr.resume();
  const isComplete = (await firstLine(holder)) === 'complete';
  // Known by its label, or no later run would ever replace it.
  if (!isComplete || !(await host.volumes(labels, { signal })).includes(volume)) return undefined;
  holder.stdout.resume();
  const owned = cleanUp.move();
  return { volume, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function firstLine({ stdout }: Hosted): Promise<string | undefined> {
  for await (const line of streamLines(stdout.iterator({ destroyOnReturn: false }))) return line.trim();
  return undefined;
}

async function makeSeed(options: SeedOptions, volume: string): Promise<void> {
  const { host, image, images, imagesFiles, runtime, signal } = options;
  const folder = join(options.folder, 'seed');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await host.keepVolume(volume, labels, { signal });
  await using engine = await startEngineContainer({
    ...{ host, image, folder, runtime, signal, limits },
    purpose: 'seed',
    name: makerOf(volume),
    network: 'none',
    nameServers: [],
    seed: { volume, use: 'make' },
  });
  const nested = options.openHost(engine.socket);
  await nested.loadImages(await host.saveImages(images, { signal }), { signal });
  for (const file of imagesFiles) await nested.loadImages(createReadStream(file), { signal });
  engine.container.input.write('complete\n');
  await engine.container.ended;
  await host.gone(makerOf(volume), { signal });
  await rm(folder, { recursive: true, force: true });
}
