import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeDevRootfs, nodeRootfs } from '../../../lab-images/node/rootfs.ts';
import { redisRootfs } from '../../../lab-images/redis/rootfs.ts';
import { type TarEntry, tarEntries } from '../../base/tar-entries.ts';
import { TarWriter } from '../../base/tar-writer.ts';
import { isWanted, mergedName, writeOverlay, writeRootfs } from './rootfs.ts';

const pem = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-rootfs-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Packages of a release that has not merged /bin and /lib into /usr. */
async function packages(): Promise<string> {
  const file = join(folder, 'packages.tar');
  const tar = new TarWriter();
  const written = pipeline(tar.stream, createWriteStream(file));
  await tar.text('./bin/bash', 'bash', { mode: 0o755 });
  await tar.hardLink('./bin/rbash', './bin/bash');
  await tar.text('./usr/bin/dpkg', 'dpkg', { mode: 0o755 });
  await tar.text('./lib/x86_64-linux-gnu/libc.so.6', 'libc', { mode: 0o755 });
  await tar.link('./lib64/ld-linux-x86-64.so.2', '/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2');
  await tar.text('./usr/share/ca-certificates/mozilla/a.crt', pem('QQ=='));
  await tar.text('./usr/share/locale/pt/x.mo', 'x');
  await tar.text('./usr/share/doc/bash/copyright', 'GPL');
  await tar.text('./usr/share/doc/bash/README', 'long');
  await tar.text('./etc/hostname', 'the-host');
  tar.end();
  await written;
  return file;
}

async function entriesOf(file: string): Promise<Map<string, TarEntry & { text: string }>> {
  const entries = new Map();
  for await (const entry of tarEntries(file)) entries.set(entry.name, { ...entry, text: await text(entry.content) });
  return entries;
}

async function written(rootfs: typeof nodeRootfs, name = 'rootfs.tar') {
  const file = join(folder, name);
  const node = join(folder, 'node');
  await writeFile(node, 'node');
  const material = { packages: await packages(), node, npm: undefined, privateAuthorities: [pem('UHJpdmF0ZQ==')] };
  await writeRootfs(rootfs, material, file);
  return file;
}

test('the runtime has libraries, licences and Node, and no program else', async () => {
  const entries = await entriesOf(await written(nodeRootfs));
  const programs = [...entries.keys()].filter(name => /bin\//.test(name));
  expect(programs).toEqual(['usr/bin/node']);
  expect(entries.get('usr/bin/node')).toMatchObject({ text: 'node', mode: 0o755 });
  expect(entries.get('usr/lib/x86_64-linux-gnu/libc.so.6')?.text).toBe('libc');
  expect(entries.get('lib64')).toMatchObject({ type: 'symlink', target: 'usr/lib64' });
  expect(entries.get('usr/share/doc/bash/copyright')?.text).toBe('GPL');
  expect(entries.has('etc/hostname')).toBe(false);
});

test('the user has folders of its own, and names resolve from /etc/hosts first', async () => {
  const entries = await entriesOf(await written(nodeRootfs));
  expect(entries.get('app')).toMatchObject({ type: 'directory', owner: 65532 });
  expect(entries.get('tmp')?.mode).toBe(0o1777);
  expect(entries.get('etc/passwd')?.text).toContain('node:x:65532:65532:node:/home/node:/sbin/nologin\n');
  expect(entries.get('etc/nsswitch.conf')?.text).toContain('hosts: files dns');
});

test("private authorities reach the first stage's bundle and not the runtime's", async () => {
  const bundle = 'etc/ssl/certs/ca-certificates.crt';
  expect((await entriesOf(await written(nodeRootfs))).get(bundle)?.text).toBe(pem('QQ=='));
  const dev = await entriesOf(await written(nodeDevRootfs));
  expect(dev.get(bundle)?.text).toBe(pem('QQ==') + pem('UHJpdmF0ZQ=='));
});

test('the first stage has a shell, and neither package managers nor papers', async () => {
  const entries = await entriesOf(await written(nodeDevRootfs));
  expect(entries.get('usr/bin/bash')?.text).toBe('bash');
  expect(entries.get('usr/bin/rbash')).toMatchObject({ type: 'link', target: 'usr/bin/bash' });
  expect(entries.get('usr/bin/sh')?.target).toBe('bash');
  expect(entries.get('usr/bin/nc')?.target).toBe('busybox');
  for (const gone of ['usr/bin/dpkg', 'usr/share/locale/pt/x.mo', 'usr/share/doc/bash/README'])
    expect(entries.has(gone)).toBe(false);
});

test('the same material makes the same archive', async () => {
  const [one, other] = await Promise.all([
    readFile(await written(nodeDevRootfs, 'one.tar')),
    readFile(await written(nodeDevRootfs, 'other.tar')),
  ]);
  expect(one.equals(other)).toBe(true);
});

test("over a registry's image go only the user's folders and, where there are any, the authorities", async () => {
  const file = join(folder, 'overlay.tar');
  await writeOverlay(nodeDevRootfs, [], file);
  expect([...(await entriesOf(file)).keys()]).toEqual(['app', 'home', 'home/node']);
  await writeOverlay(nodeDevRootfs, [pem('UHJpdmF0ZQ==')], file);
  expect((await entriesOf(file)).get('etc/ssl/certs/ca-certificates.crt')?.text).toContain('UHJpdmF0ZQ==');
});

test('a missing file fails the writing of an archive', async () => {
  const material = { packages: join(folder, 'missing.tar'), node: undefined, npm: undefined, privateAuthorities: [] };
  await expect(writeRootfs(nodeRootfs, material, join(folder, 'x.tar'))).rejects.toThrow('ENOENT');
});

test.each([
  ['bin/sh', 'usr/bin/sh'],
  ['lib64/ld.so', 'usr/lib64/ld.so'],
  ['usr/bin/x', 'usr/bin/x'],
  ['bin', 'bin'],
  ['library/x', 'library/x'],
])('%s is %s where /usr is merged', (name, merged) => {
  expect(mergedName(name)).toBe(merged);
});

test('what is both kept and dropped goes', () => {
  expect(isWanted({ keep: [/^a/], drop: [/b$/] }, 'ab')).toBe(false);
  expect(isWanted({ keep: [/^a/] }, 'ab')).toBe(true);
  expect(isWanted({}, 'anything')).toBe(true);
});

test('of a release that has merged /usr, programs find their loader too; without certificates there is no bundle', async () => {
  const tar = new TarWriter();
  const source = join(folder, 'merged.tar');
  const done = pipeline(tar.stream, createWriteStream(source));
  await tar.link('./lib64', 'usr/lib64');
  await tar.text('./usr/lib64/ld-linux-x86-64.so.2', 'loader', { mode: 0o755 });
  tar.end();
  await done;
  const file = join(folder, 'merged-rootfs.tar');
  await writeRootfs(redisRootfs, { packages: source, node: undefined, npm: undefined, privateAuthorities: [] }, file);
  const entries = await entriesOf(file);
  expect(entries.get('lib64')).toMatchObject({ type: 'symlink', target: 'usr/lib64' });
  expect(entries.get('data')).toMatchObject({ type: 'directory', owner: 65532 });
  expect([...entries.keys()].filter(name => name.startsWith('etc/ssl'))).toEqual([]);
});
