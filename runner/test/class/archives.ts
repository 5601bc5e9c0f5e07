import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { ZipFile } from 'yazl';

/** Puts archives into a class: submissions of it as each kind of archive, and hostile ones. */
export async function archives(place: string): Promise<void> {
  const ana = await filesOf(join(place, 'ana-souza'), '01-networked-containers');
  await zip(join(place, 'ana-1-as-zip.zip'), ana);
  await tar(join(place, 'ana-1-as-tgz.tgz'), ana, true);
  await tar(join(place, 'ana-1-as-tar.tar'), ana, false);
  await alone(place, 'ana-1', ana);
  await hostile(place);
}

interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

async function filesOf(folder: string, below: string): Promise<Entry[]> {
  const found = await readdir(join(folder, below), { recursive: true, withFileTypes: true });
  const files = found.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async file => ({ name: file.slice(folder.length + 1), content: await readFile(file) })));
}

/** The same as a folder, to compare the archives with. */
async function alone(place: string, id: string, entries: readonly Entry[]): Promise<void> {
  for (const { name, content } of entries) {
    const file = join(place, id, name);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, content);
  }
}

async function zip(file: string, entries: readonly Entry[]): Promise<void> {
  const archive = new ZipFile();
  for (const { name, content } of entries) archive.addBuffer(content, name);
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(file));
}

async function tar(file: string, entries: readonly Entry[], gzip: boolean): Promise<void> {
  const archive = pack();
  for (const { name, content } of entries) archive.entry({ name }, content);
  archive.finalize();
  await (gzip ? pipeline(archive, createGzip(), createWriteStream(file)) : pipeline(archive, createWriteStream(file)));
}

/** Archives that no student makes by accident. */
async function hostile(place: string): Promise<void> {
  const out = pack();
  out.entry({ name: '../evil/up.sh' }, 'true\n');
  out.finalize();
  await pipeline(out, createWriteStream(join(place, 'climber.tar')));

  const links = pack();
  links.entry({ name: 'desafio1', type: 'directory' });
  links.entry({ name: 'desafio1/up.sh', type: 'symlink', linkname: '/etc/passwd' });
  links.finalize();
  await pipeline(links, createWriteStream(join(place, 'linker.tar')));

  const devices = pack();
  devices.entry({ name: 'desafio1/disk', type: 'block-device', devmajor: 8, devminor: 0 });
  devices.finalize();
  await pipeline(devices, createGzip(), createWriteStream(join(place, 'device.tar.gz')));

  const bomb = pack();
  bomb.entry({ name: 'desafio1/zeros' }, Buffer.alloc(200 * 1024 ** 2));
  bomb.finalize();
  await pipeline(bomb, createGzip({ level: 9 }), createWriteStream(join(place, 'bomb.tgz')));

  await writeFile(join(place, 'garbage.zip'), 'PK\u0003\u0004 this is no archive');
  await rm(join(place, 'nothing'), { recursive: true, force: true });
  await mkdir(join(place, 'nothing'));
}
