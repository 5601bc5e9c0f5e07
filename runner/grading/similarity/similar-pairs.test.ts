import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSources } from './read-sources.ts';
import { similarPairs } from './similar-pairs.ts';

const samples = join(import.meta.dirname, '../../test/fixtures/similarity');
const noStarters = { starters: () => [] };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'similar-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function place(name: string): Promise<string> {
  const made = join(folder, name);
  await mkdir(made, { recursive: true });
  return made;
}

const parts = ['ana', 'ana-disguised', 'bia', 'caio', 'davi'].map(id => ({
  id,
  challenge: '05-api-gateway',
  folder: join(samples, 'javascript', id),
}));

test('shows the lines of both, side by side', async () => {
  const [pair, ...others] = await similarPairs(parts, noStarters);
  expect(others).toEqual([]);
  expect(pair).toMatchObject({ first: 'ana', second: 'ana-disguised', challenge: '05-api-gateway' });
  const [passage] = pair?.passages ?? [];
  expect(passage?.first.file).toBe('gateway.js');
  expect(passage?.second.file).toMatch(/^(portaria|encaminhar)\.js$/);
  expect(passage?.first.lines).toHaveLength((passage?.first.to ?? 0) - (passage?.first.from ?? 0) + 1);
  const shown = JSON.stringify(pair?.passages);
  expect(shown).toContain('headers[name] = value');
  expect(shown).toContain('cabecalhos[chave] = conteudo');
});

test('is the same in whatever order the parts come, and compares only within a challenge', async () => {
  expect(await similarPairs(parts.toReversed(), noStarters)).toEqual(await similarPairs(parts, noStarters));
  const apart = parts.map((part, nth) => ({ ...part, challenge: `0${nth}` }));
  expect(await similarPairs(apart, noStarters)).toEqual([]);
});

test('pairs of all challenges stand in one order, the likest first, and no more of them than asked for', async () => {
  const program = (name: string) => join(samples, 'javascript', name);
  const short = await place('half-of-ana');
  const whole = await readFile(join(program('ana'), 'gateway.js'), 'utf8');
  const rows = whole.split('\n');
  await writeFile(join(short, 'gateway.js'), rows.slice(0, Math.ceil(rows.length * 0.6)).join('\n'));
  const of = (challenge: string, ...folders: string[]) =>
    folders.map((path, nth) => ({ id: `${nth}`, challenge, folder: path }));
  const both = [...of('01-first', program('ana'), short), ...of('02-second', program('ana'), program('ana'))];
  const found = await similarPairs(both, noStarters);
  expect(found.map(({ challenge }) => challenge)).toEqual(['02-second', '01-first']);
  const [one, ...none] = await similarPairs(both, { ...noStarters, caps: { pairs: 1 } });
  expect([one?.challenge, none.length]).toEqual(['02-second', 0]);
});

test('what the starter has does not count', async () => {
  const starters = (challenge: string) => (challenge === '05-api-gateway' ? [join(samples, 'javascript/ana')] : []);
  expect(await similarPairs(parts, { starters })).toEqual([]);
});

test('tells no more than was asked for', async () => {
  const [pair] = await similarPairs(parts, { ...noStarters, caps: { passages: 1, lines: 2, width: 20 } });
  expect(pair?.passages).toHaveLength(1);
  expect(pair?.passages[0]?.first.lines).toHaveLength(2);
  expect(pair?.passages[0]?.first.lines.every(line => line.length <= 20)).toBe(true);
  expect(await similarPairs(parts, { ...noStarters, caps: { pairs: 0 } })).toEqual([]);
});

test('ends when it is told to', async () => {
  await expect(similarPairs(parts, { ...noStarters, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
    'enough',
  );
});

test('lines are shown without what could move a cursor or turn the writing around', async () => {
  const made = await place('cursor');
  await cp(join(samples, 'python'), made, { recursive: true });
  for (const id of ['ana', 'ana-disguised']) {
    const file = join(made, id, 'x.py');
    await writeFile(file, `def f(a, b, c, d):\n    return a + b * c - d # \u001b[2J\u202E\u0007\n`);
  }
  const found = await similarPairs(
    ['ana', 'ana-disguised'].map(id => ({ id, challenge: 'x', folder: join(made, id) })),
    { ...noStarters, caps: { passages: 50 } },
  );
  const shown = found
    .flatMap(it => it.passages.flatMap(({ first, second }) => [...first.lines, ...second.lines]))
    .join('');
  expect(shown).toContain('return a + b * c - d # [2J');
  expect(shown).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('reads only what somebody may have written', async () => {
  const made = await place('reading');
  const code = 'function f(a, b) { return a + b * f(b, a) - 1; }\n';
  for (const path of ['own', 'node_modules/x', '.git', '.venv', 'vendor', 'dist', 'a/b']) {
    await mkdir(join(made, path), { recursive: true });
    await writeFile(join(made, path, 'code.js'), code);
  }
  await writeFile(join(made, 'package-lock.json'), code);
  await writeFile(join(made, 'data.yaml'), code);
  await writeFile(join(made, 'x.min.js'), code);
  await writeFile(join(made, 'one-line.js'), code.trim().repeat(400));
  await writeFile(join(made, 'binary.js'), `${code}\0`);
  await writeFile(join(made, 'latin.js'), Buffer.concat([Buffer.from([0xe9, 0xff, 0x20]), Buffer.from(code)]));
  await writeFile(join(made, 'empty.js'), '');
  await writeFile(join(made, 'huge.js'), code);
  await truncate(join(made, 'huge.js'), 50_000_000);
  await symlink('/etc', join(made, 'linked-folder'));
  await symlink(join(made, 'own/code.js'), join(made, 'linked.js'));
  execFileSync('mkfifo', [join(made, 'pipe.js')]);
  expect((await readSources(made)).map(({ file }) => file)).toEqual(['a/b/code.js', 'latin.js', 'own/code.js']);
  expect(await readSources(join(made, 'nowhere'))).toEqual([]);
});

test('reads no more than the caps say', async () => {
  const made = await place('caps/deep/deeper');
  const code = 'function f(a, b) { return a + b * f(b, a) - 1; }\n';
  for (const name of ['a', 'b', 'c', 'd']) await writeFile(join(made, `${name}.js`), code);
  const caps = { fileBytes: 100, bytes: 1000, files: 10, entries: 100, depth: 9 };
  const count = async (changed: Partial<typeof caps>) =>
    (await readSources(join(folder, 'caps'), { caps: { ...caps, ...changed } })).length;
  expect(await count({})).toBe(4);
  expect(await count({ files: 3 })).toBe(3);
  expect(await count({ bytes: code.length * 2 })).toBe(2);
  expect(await count({ fileBytes: 10 })).toBe(0);
  expect(await count({ depth: 2 })).toBe(0);
  expect(await count({ entries: 4 })).toBe(2);
});
