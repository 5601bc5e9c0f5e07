import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { craftZip, tarOf, tarWithKind, tgzOf, zipOf } from '../../../test/fakes/archives.ts';
import { inEnglish } from '../../../test/fakes/in-english.ts';
import { type IntakeLimits, usualLimits } from '../archive-limits.ts';
import { ArchiveRefused } from '../refused.ts';
import { unpack } from './unpack.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-intake-'));
});
afterEach(() => rm(folder, { recursive: true }));

const out = () => join(folder, 'in', 'out');

async function unpacked(bytes: Buffer, change: Partial<IntakeLimits> = {}) {
  const limits = { ...usualLimits, ...change };
  await writeFile(join(folder, 'archive'), bytes);
  const allowance = { bytes: limits.unpackedBytes, entries: limits.entries };
  const signal = new AbortController().signal;
  return unpack(join(folder, 'archive'), out(), { limits, signal, allowance });
}

async function refusal(bytes: Buffer, change: Partial<IntakeLimits> = {}): Promise<string> {
  await rm(join(folder, 'in'), { recursive: true, force: true });
  const error = await unpacked(bytes, change).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ArchiveRefused);
  // Whatever happens, nothing is beside the folder that it was unpacked to.
  expect((await readdir(folder)).sort().join()).toMatch(/^archive(,in)?$/);
  expect(await readdir(join(folder, 'in')).catch(() => ['out'])).toEqual(['out']);
  return inEnglish((error as ArchiveRefused).finding);
}

const files = { 'desafio1/up.sh': 'docker run x', 'desafio1/é ç.txt': 'olá', 'desafio1/empty/': '' };
const contentOf = (path: string) => readFile(join(out(), path), 'utf8');

describe('an archive is unpacked', () => {
  test.each([
    ['zip', zipOf],
    ['tar', tarOf],
    ['tar.gz', tgzOf],
  ])('a %s', async (_, make) => {
    expect(await unpacked(await make(files))).toEqual([]);
    expect((await readdir(out(), { recursive: true })).sort()).toEqual([
      'desafio1',
      'desafio1/empty',
      'desafio1/up.sh',
      'desafio1/é ç.txt',
    ]);
    expect(await contentOf('desafio1/é ç.txt')).toBe('olá');
  });

  test('names with backslashes, in CP437, and in UTF-8 that does not say so', async () => {
    const names = ['a\\b\\up.sh', Buffer.from([0x63, 0x61, 0x66, 0x82]), Buffer.from('ação')];
    await unpacked(craftZip(names.map(name => ({ name, content: 'x', flags: 0 }))));
    expect((await readdir(out(), { recursive: true })).sort()).toEqual(['a', 'a/b', 'a/b/up.sh', 'ação', 'café']);
  });

  test('what systems leave behind is left out', async () => {
    await unpacked(
      await zipOf({ '__MACOSX/x': '', '.DS_Store': '', 'a/._b': '', 'a/Thumbs.db': '', 'a/b': '', '.env': '' }),
    );
    expect((await readdir(out(), { recursive: true })).sort()).toEqual(['.env', 'a', 'a/b']);
  });

  test('files keep whether they can be executed, and nothing else of their modes', async () => {
    const bytes = await tarOf([
      { name: 'a', content: 'x', mode: 0o4755 },
      { name: 'b', content: 'x', mode: 0o2666 },
      { name: 'c/', mode: 0o1000 },
    ]);
    await unpacked(bytes);
    const modeOf = async (name: string) => (await stat(join(out(), name))).mode & 0o7777;
    expect(await Promise.all(['a', 'b', 'c'].map(modeOf))).toEqual([0o755, 0o644, 0o755]);
  });

  test('files of a zip from Windows can be executed, as in its builds', async () => {
    await unpacked(craftZip([{ name: 'entrypoint.sh', content: 'x', mode: 0 }]));
    expect((await stat(join(out(), 'entrypoint.sh'))).mode & 0o777).toBe(0o755);
  });

  test('links inside of it become copies, and those that cannot are left out with a remark', async () => {
    const remarks = await unpacked(
      await tarOf([
        { name: 'a/x', content: '1' },
        { name: 'a/soft', type: 'symlink', linkname: '../a/x' },
        { name: 'b/hard', type: 'link', linkname: 'a/x' },
        { name: 'folder', type: 'symlink', linkname: 'a' },
        { name: 'venv/bin/python', type: 'symlink', linkname: '/usr/bin/python3' },
      ]),
    );
    expect([await contentOf('a/soft'), await contentOf('b/hard')]).toEqual(['1', '1']);
    expect((await stat(join(out(), 'b/hard'))).nlink).toBe(1);
    expect(remarks.map(inEnglish)).toEqual(['2 links in the archive (such as “venv/bin/python”) were left out.']);
  });

  test('of entries with the same name the last one counts, in small letters or large', async () => {
    const remarks = await unpacked(
      await tarOf([
        { name: 'A/x', content: '1' },
        { name: 'a/X', content: '2' },
        { name: 'A/x', content: '3' },
      ]),
    );
    expect(await readdir(out())).toEqual(['A']);
    expect(await contentOf('A/x')).toBe('3');
    expect(remarks.map(inEnglish).join()).toContain('2 files several times (such as “a/X”)');
  });
});

describe('an archive is refused', () => {
  test.each([
    ['../evil', 'leads out of its folder: “../evil”'],
    ['a/../../evil', 'leads out of its folder'],
    ['..\\evil', 'leads out of its folder'],
    ['/etc/evil', 'absolute path: “/etc/evil”'],
    ['\\\\host\\evil', 'absolute path'],
    ['C:\\evil', 'absolute path: “C:\\evil”'],
    ['c:evil', 'absolute path'],
    ['a\0b', 'a name that no file can have'],
    ['x'.repeat(300), 'too long a name'],
    ['a/'.repeat(60), 'more than 48 folders in each other'],
    ['\u202e\x1b[31m/../x', '“\uFFFD\uFFFD[31m/../x”'],
  ])('with an entry called %j', async (name, why) => {
    expect(
      await refusal(
        craftZip([
          { name: 'ok', content: 'x' },
          { name, content: 'x' },
        ]),
      ),
    ).toContain(why);
    if (!name.includes('\0')) expect(await refusal(await tgzOf([{ name, content: 'x' }]))).toContain(why);
  });

  test.each([
    ['symlink', '/etc/passwd'],
    ['symlink', '../../x'],
    ['link', '/etc/passwd'],
    ['link', '../x'],
  ] as const)('with a %s to %s', async (type, linkname) => {
    const entry = { name: 'a/l', type, linkname };
    expect(await refusal(await tarOf([entry]))).toContain(`link that leads out of its folder: “a/l” → “${linkname}”`);
  });

  test('with a link out of it in a zip, and a file that would be written through it', async () => {
    const link = { name: 'a', content: '/tmp', mode: 0o120777 };
    expect(await refusal(craftZip([link, { name: 'a/x', content: 'x' }]))).toContain('“a” → “/tmp”');
  });

  test.each(['character-device', 'block-device', 'fifo'] as const)('with a %s', async type => {
    expect(await refusal(await tarOf([{ name: 'dev', type }]))).toContain('device or a pipe: “dev”');
  });

  test('with a device in a zip', async () => {
    expect(await refusal(craftZip([{ name: 'dev', mode: 0o020666 }]))).toContain('device or a pipe');
  });

  test('with a sparse file, or one of an unknown kind', async () => {
    expect(await refusal(await tarWithKind('s', 'S'))).toContain('of a kind that is not read: “s”');
    expect(await refusal(await tarOf([{ name: 's', content: '', pax: { 'GNU.sparse.major': '1' } }]))).toContain(
      'sparse',
    );
  });

  test('that is encrypted, or packed in a way that is not read', async () => {
    expect(await refusal(craftZip([{ name: 'x', content: 'x', flags: 1 }]))).toContain('encrypted (“x”)');
    expect(await refusal(craftZip([{ name: 'x', content: 'x', method: 99 }]))).toContain('of a kind that is not read');
  });

  test('that is a bomb, whatever its headers say', async () => {
    const zeros = Buffer.alloc(4 * 1024 * 1024);
    const small = { ratioFreeBytes: 1024 * 1024 };
    expect(await refusal(craftZip([{ name: 'x', content: zeros }]), small)).toContain('200 times');
    expect(await refusal(await tgzOf({ x: zeros }), small)).toContain('200 times');
    expect(await refusal(craftZip([{ name: 'x', content: zeros, claimedSize: 10 }]), small)).toMatch(
      /200 times|damaged/,
    );
    expect(await refusal(gzipSync(zeros), small)).toMatch(/200 times|damaged|no zip or tar/);
    expect(await refusal(craftZip([{ name: 'x', content: zeros }]), { fileBytes: 1024 * 1024 })).toContain(
      '“x” in the archive is bigger than 1 MB',
    );
    expect(await refusal(await tarOf({ x: zeros, y: zeros }), { unpackedBytes: 5 * 1024 * 1024 })).toContain(
      'bigger than 5 MB unpacked',
    );
  });

  test('with too many entries, links among them', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}`, '']));
    expect(await refusal(await zipOf(many), { entries: 20 })).toContain('more than 20 files');
    const links = Array.from({ length: 10 }, (_, index) => ({
      name: `l${index}`,
      type: 'link' as const,
      linkname: 'x',
    }));
    const big = [{ name: 'x', content: Buffer.alloc(1024 * 1024) }, ...links];
    expect(await refusal(await tarOf(big), { unpackedBytes: 3 * 1024 * 1024 })).toContain('bigger than 3 MB unpacked');
  });

  test('in which a file is a folder as well', async () => {
    expect(
      await refusal(
        await tarOf([
          { name: 'a', content: 'x' },
          { name: 'a/b', content: 'x' },
        ]),
      ),
    ).toContain('“a/b” is a file and a folder');
    expect(
      await refusal(
        await tarOf([
          { name: 'a/b', content: 'x' },
          { name: 'a', content: 'x' },
        ]),
      ),
    ).toContain('“a” is a file and a folder');
  });

  test('that is too big, empty, or none', async () => {
    expect(await refusal(await zipOf({ x: 'y'.repeat(100) }), { archiveBytes: 50 })).toContain('The archive is bigger');
    expect(await refusal(Buffer.alloc(0))).toContain('an empty file');
    expect(await refusal(Buffer.from('Rar!\x1a\x07\x01\0 and so on'))).toContain('kind .rar');
    expect(await refusal(Buffer.from('no archive at all'))).toContain('no zip or tar');
  });

  test('that is damaged, wherever it is cut', async () => {
    const whole = [await zipOf(files), await tarOf(files), await tgzOf(files)];
    for (const bytes of whole)
      for (const part of [0.3, 0.6, 0.95]) {
        const cut = bytes.subarray(0, Math.floor(bytes.length * part));
        // A tar archive without the zeros at its end is whole.
        const message = await unpacked(cut).then(
          () => 'damaged',
          (error: unknown) => (error as ArchiveRefused).finding.code,
        );
        expect(message).toContain('damaged');
        await rm(join(folder, 'in'), { recursive: true, force: true });
      }
    expect(await refusal(craftZip([{ name: 'x', content: 'abc', crc: 1 }]))).toContain('damaged');
  });

  test('and random bytes never end in anything else', async () => {
    const seeds = [await zipOf(files), await tarOf(files), await tgzOf(files)];
    let state = 7;
    const random = (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % below;
    };
    for (let round = 0; round < 150; round += 1) {
      const bytes = Buffer.from(seeds[round % 3] ?? '');
      for (let change = 0; change < 6; change += 1) bytes[random(bytes.length)] = random(256);
      await unpacked(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(ArchiveRefused));
      expect((await readdir(folder)).sort().join()).toMatch(/^archive(,in)?$/);
      await rm(join(folder, 'in'), { recursive: true, force: true });
    }
  });
});

test('an abort ends it', async () => {
  await writeFile(join(folder, 'archive'), await tgzOf(files));
  const options = {
    limits: usualLimits,
    signal: AbortSignal.abort(),
    allowance: { bytes: 1e9, entries: 1e5 },
  };
  await expect(unpack(join(folder, 'archive'), out(), options)).rejects.toThrow(/abort/i);
});
