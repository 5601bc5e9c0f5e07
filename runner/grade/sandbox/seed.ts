import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { EngineError } from '../../engine/engine.ts';
import type { Host } from '../../engine/host.ts';
import { label } from '../../engine/labels.ts';
import { SandboxFault } from '../sandbox.ts';
import { startEngineContainer } from './engine-container.ts';

const gigabyte = 1024 ** 3;

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

/**
 * The name of a volume that holds the data of an engine with the images in it, on which each sandbox's engine is planted. It is
 * made where it is not there yet, kept for later runs, and replaces those of other images. Throws SandboxFault where an image
 * is missing.
 */
export async function provideSeed(options: SeedOptions): Promise<string> {
  const { host, signal } = options;
  const volume = `estaleiro-seed-${await digest(options)}`;
  while (!(await isComplete(options, volume))) {
    try {
      await makeSeed(options, volume);
    } catch (error) {
      // Somebody else is making the same one.
      if (!(error instanceof EngineError) || error.kind !== 'conflict') throw error;
      await host.gone(makerOf(volume), { signal });
    }
  }
  const others = (await host.volumes({ [label.grading]: 'seed' }, { signal })).filter(name => name !== volume);
  for (const other of others) await host.removeVolume(other, { signal });
  return volume;
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

/** False where its making was broken off, too. */
async function isComplete({ host, image, signal }: SeedOptions, volume: string): Promise<boolean> {
  if (!(await host.volumes({ [label.grading]: 'seed' }, { signal })).includes(volume)) return false;
  await using look = await host.start(
    {
      image,
      command: ['cat', '/seed/complete'],
      purpose: 'seed',
      network: 'none',
      env: {},
      binds: [`${volume}:/seed:ro`],
      ...{ readOnly: true, nested: false, cpus: 1, memoryBytes: gigabyte / 16, processes: 16 },
    },
    { signal },
  );
  look.stderr.resume();
  return (await text(look.stdout)).trim() === 'complete';
}

async function makeSeed(options: SeedOptions, volume: string): Promise<void> {
  const { host, image, images, imagesFiles, runtime, signal } = options;
  const folder = join(options.folder, 'seed');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // One whose making was broken off.
  await host.removeVolume(volume, { signal });
  await host.keepVolume(volume, { [label.grading]: 'seed' }, { signal });
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
