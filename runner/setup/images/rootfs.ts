import { createWriteStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Account, Rootfs } from '../../../lab-images/lab-image.ts';
import { type TarEntry, tarEntries } from '../../base/tar-entries.ts';
import { TarWriter } from '../../base/tar-writer.ts';
import { certificatesIn, mergeCertificates, publicAuthorities } from './authorities.ts';

const bundle = 'etc/ssl/certs/ca-certificates.crt';
const publicCertificate = /^usr\/share\/ca-certificates\/.+\.crt$/;

/** What a file system is made of: files of this machine, fetched beforehand. */
export interface Material {
  /** A tar archive of the Debian packages' files. */
  readonly packages: string;
  /** Node's binary. */
  readonly node: string | undefined;
  /** npm's package. */
  readonly npm: string | undefined;
  /** PEM; they join the bundle where the image wants them. */
  readonly privateAuthorities: readonly string[];
}

/** Writes a whole file system as a tar archive to `file`. The same material makes the same archive. */
export function writeRootfs(rootfs: Rootfs, material: Material, file: string): Promise<void> {
  return writeTar(file, async tar => {
    const authorities = await addPackages(tar, rootfs, material.packages);
    if (material.node) await tar.file('usr/bin/node', material.node, { mode: 0o755 });
    if (material.npm) await addNpm(tar, material.npm);
    const extra = rootfs.privateAuthorities ? material.privateAuthorities : [];
    if (authorities.length + extra.length > 0) {
      await tar.text(bundle, mergeCertificates(authorities, extra));
      await tar.link('etc/ssl/cert.pem', 'certs/ca-certificates.crt');
    }
    await addAccounts(tar, rootfs.accounts);
    for (const { path, ...ownership } of rootfs.folders) await tar.folder(path, ownership);
    for (const [name, target] of Object.entries(rootfs.links)) await tar.link(name, target);
  });
}

/** Writes what an image of the registry lacks for the contract: the accounts' own folders and private authorities. */
export function writeOverlay(rootfs: Rootfs, authorities: readonly string[], file: string): Promise<void> {
  return writeTar(file, async tar => {
    for (const { path, ...ownership } of rootfs.folders) if (ownership.owner !== 0) await tar.folder(path, ownership);
    if (rootfs.privateAuthorities && authorities.length > 0)
      await tar.text(bundle, mergeCertificates(publicAuthorities(), authorities));
  });
}

async function writeTar(file: string, fill: (tar: TarWriter) => Promise<void>): Promise<void> {
  const tar = new TarWriter();
  const written = pipeline(tar.stream, createWriteStream(file));
  const filled = fill(tar).then(
    () => tar.end(),
    error => {
      tar.stream.destroy(error);
      throw error;
    },
  );
  await Promise.all([filled, written]);
}

/** Adds what of the packages is wanted, and returns the certificates that came with them. */
async function addPackages(tar: TarWriter, rootfs: Rootfs, file: string): Promise<string[]> {
  const certificates: string[] = [];
  for await (const entry of tarEntries(file)) {
    const name = mergedName(entry.name);
    if (publicCertificate.test(name)) certificates.push(...certificatesIn(await text(entry.content)));
    else if (isWanted(rootfs, name)) await addEntry(tar, name, entry);
  }
  for (const folder of mergedFolders) if (tar.has(`usr/${folder}`)) await tar.link(folder, `usr/${folder}`);
  return certificates;
}

const mergedFolders = ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32'];

/** `/bin/x` is `/usr/bin/x`, and so on, whether or not the release has moved it there yet. */
export function mergedName(name: string): string {
  return name.replace(/^(bin|sbin|lib|lib32|lib64|libx32)(?=\/)/, 'usr/$1');
}

/** Folders are never wanted for themselves: they come with what is in them. */
export function isWanted({ keep, drop }: Pick<Rootfs, 'keep' | 'drop'>, name: string): boolean {
  if (keep && !keep.some(pattern => pattern.test(name))) return false;
  return !drop?.some(pattern => pattern.test(name));
}

async function addEntry(tar: TarWriter, name: string, entry: TarEntry): Promise<void> {
  if (entry.type === 'file')
    await tar.content(name, entry.content, entry.size, { owner: entry.owner, mode: entry.mode });
  else if (entry.type === 'symlink' && name.includes('/')) await tar.link(name, entry.target);
  else if (entry.type === 'link') await tar.hardLink(name, mergedName(entry.target.replace(/^\.?\//, '')));
}

async function addNpm(tar: TarWriter, tarball: string): Promise<void> {
  for await (const entry of tarEntries(tarball)) {
    const name = entry.name.replace(/^package\//, '');
    const isDocumentation = /^(docs|man)\//.test(name) || /(^|\/)(README|CHANGELOG)\.md$/i.test(name);
    if (entry.type === 'file' && !isDocumentation)
      await tar.content(`usr/lib/node_modules/npm/${name}`, entry.content, entry.size, { mode: entry.mode | 0o444 });
  }
}

/** `hosts` is needed: without it, the C library asks DNS before it looks into /etc/hosts. */
async function addAccounts(tar: TarWriter, accounts: readonly Account[]): Promise<void> {
  const everyone = [
    { name: 'root', id: 0, home: '/root', shell: accounts[0]?.shell ?? '/sbin/nologin' },
    ...accounts,
    { name: 'nobody', id: 65534, home: '/nonexistent', shell: '/sbin/nologin' },
  ];
  const lines = (line: (account: Account) => string) => everyone.map(account => `${line(account)}\n`).join('');
  await tar.text(
    'etc/passwd',
    lines(({ name, id, home, shell }) => `${name}:x:${id}:${id}:${name}:${home}:${shell}`),
  );
  await tar.text(
    'etc/group',
    lines(({ name, id }) => `${name}:x:${id}:`),
  );
  await tar.text('etc/nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files dns\n');
}
