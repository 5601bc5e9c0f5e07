import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { systemFolders } from '../../../lab-images/kept-files.ts';
import { lockFile } from '../../base/file-lock.ts';
import { provideMmdebstrap, unpackPackages } from '../../setup/images/debian-packages.ts';
import { findMirror, hostRelease } from '../../setup/images/mirror.ts';
import { debianArchitecture } from '../../setup/images/npm-packages.ts';
import { writeRootfs } from '../../setup/images/rootfs.ts';
import { temporaryFolder } from '../../setup/images/temporary-folder.ts';

const run = promisify(execFile);

export interface DebianImage {
  /** What it is to be called, such as `estaleiro-test/nginx`. */
  readonly tag: string;
  /** Debian packages; what they depend on comes too. None of their scripts is run. */
  readonly packages: readonly string[];
  /** Such as `trixie`; this machine's own release, or bookworm where it has none, where it is left out. */
  readonly suite?: string;
}

/** Folders that packages bring empty do not come with their files. */
const nginxFolders = ['var/log/nginx', 'var/lib/nginx'].map(path => ({ path, owner: 33, mode: 0o755 }));

/** How long another test file may take to make it. */
const maxMs = 300_000;

const made = new Map<string, Promise<void>>();

/**
 * An image of Debian packages, as people would pull one where they can: `nginx-light`, `python3`, `busybox`. It has the
 * users root, www-data and nobody, a shell where `dash` or `busybox` is among the packages, and no entrypoint. Made once
 * for each tag in a test file; `removeDebianImages` removes it. Returns the tag.
 */
export async function debianImage(image: DebianImage): Promise<string> {
  const making = made.get(image.tag) ?? make(image);
  made.set(image.tag, making);
  await making;
  return image.tag;
}

/** For `afterAll`: removes the images that this test file has made. Containers and images made from them go first. */
export async function removeDebianImages(): Promise<void> {
  const tags = [...made.keys()];
  await Promise.allSettled(made.values());
  made.clear();
  if (tags.length > 0) await run('docker', ['rmi', '--force', ...tags]);
}

async function make({ tag, packages, suite }: DebianImage): Promise<void> {
  const own = (await hostRelease()) ?? 'debian bookworm';
  const release = suite === undefined ? own : `debian ${suite}`;
  const rootfs = await rootfsOf(packages, release);
  await run('docker', ['import', rootfs, tag]);
}

/** The file system as a tar archive. Test files have engines of their own, and share it: whoever comes first makes it. */
async function rootfsOf(packages: readonly string[], release: string): Promise<string> {
  const folder = process.env.LAB_TEST_ROOTFS;
  if (folder === undefined) throw new Error('LAB_TEST_ROOTFS is set by the set-up of all tests with an engine');
  const file = join(folder, `${[release, ...packages].join('_').replaceAll(' ', '_')}.tar`);
  using lock = await lockFile(`${file}.lock`, { deadlineMs: maxMs, retryDelayMs: 100 });
  if (lock === undefined) throw new Error(`${file} was not made within ${maxMs / 1000} s`);
  if (!existsSync(file)) {
    await writeTo(`${file}.new`, packages, release);
    await rename(`${file}.new`, file);
  }
  return file;
}

async function writeTo(file: string, packages: readonly string[], release: string): Promise<void> {
  const { stdout } = await run('docker', ['version', '--format', '{{.Server.Arch}}']);
  await using folder = await temporaryFolder();
  await provideMmdebstrap('en', undefined, () => undefined, release);
  const archive = await unpackPackages({
    packages,
    mirror: await findMirror(release, 'en'),
    architecture: debianArchitecture(stdout.trim(), 'en'),
    folder: folder.path,
    language: 'en',
  });
  const shell = ['dash', 'busybox'].find(name => packages.includes(name));
  const rootfs = {
    packages,
    drop: [
      /^(dev|proc|run|sys)\//,
      /^usr\/share\/(doc|locale|man)\//,
      /^var\/(cache|lib)\/(apt|dpkg)\//,
      /^etc\/apt\//,
    ],
    node: false,
    privateAuthorities: false,
    // Debian's nginx goes by this user and this group.
    accounts: [
      { name: 'www-data', id: 33, home: '/var/www', shell: '/usr/sbin/nologin' },
      { name: 'nogroup', id: 65534, home: '/nonexistent', shell: '/usr/sbin/nologin' },
    ],
    folders: [...systemFolders, ...packages.flatMap(name => (name.startsWith('nginx') ? nginxFolders : []))],
    links: shell === undefined ? {} : { 'usr/bin/sh': shell },
  };
  const material = { packages: archive, node: undefined, npm: undefined, privateAuthorities: [] };
  await writeRootfs(rootfs, material, file);
}
