import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogue } from '../../../challenges/catalogue.ts';
import { UsageError } from '../../base/errors.ts';
import { readClass } from '../../grading/intake/read-class.ts';
import { fakeLab } from '../../test/fakes/lab.ts';
import { start } from '../start/start.ts';
import { submit } from './submit.ts';

const [challenge] = catalogue;
if (challenge === undefined) throw new Error('the catalogue is empty');
const root = join(import.meta.dirname, '../../..');
const file = `${challenge.id}.tgz`;
const up = '#!/bin/sh\ndocker run -d x\n';
let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lab submit '));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, name)), { recursive: true });
    await writeFile(join(cwd, name), content);
  }
}

/** What the grader makes of the file, and the paths in it. */
async function handedIn(name = file) {
  const scratch = join(cwd, 'scratch');
  await mkdir(join(cwd, 'class'), { recursive: true });
  await writeFile(join(cwd, 'class', 'ana.tgz'), await readFile(join(cwd, name)));
  const signal = new AbortController().signal;
  const [found] = await readClass(join(cwd, 'class'), { challenges: catalogue, language: 'en', scratch, signal });
  const part = found?.parts[0];
  const paths = part === undefined ? [] : (await readdir(part.folder, { recursive: true })).sort();
  return { found, part, paths };
}

test('packs what lab start made, and lab grade reads it', async () => {
  const lab = fakeLab({ cwd, root });
  await start(lab, challenge);
  await put({ [`${challenge.id}/up.sh`]: up });
  expect(await submit(lab, challenge, undefined)).toBe(0);
  const { found, part, paths } = await handedIn();
  expect(found).toMatchObject({ id: 'ana', remarks: [] });
  expect(part).toMatchObject({
    challenge: challenge.id,
    path: challenge.id,
    plan: { kind: 'script', file: 'up.sh' },
    remarks: [],
  });
  expect(paths).toEqual((await readdir(join(cwd, challenge.id), { recursive: true })).sort());
  expect(lab.out.text).toMatch(/Wrote 01-networked-containers.tgz: \d+ files, [\d.]+ kB. Hand in this file./);
  expect(lab.err.text).toContain('It will be brought up by up.sh.');
  expect(lab.err.text).toContain('It goes without a report: this lab has no engine');
});

test('from inside the folder, it does not pack itself, nor an old report', async () => {
  await put({ [`${challenge.id}/up.sh`]: up, [`${challenge.id}/lab-report.json`]: '{"score":{"earned":100}}' });
  const inside = fakeLab({ cwd: join(cwd, challenge.id), root });
  await submit(inside, challenge, undefined);
  await submit(inside, challenge, undefined, { force: true });
  expect((await handedIn(join(challenge.id, file))).paths).toEqual(['up.sh']);
});

test('the same content makes the same file', async () => {
  await put({ 'w/up.sh': up });
  await submit(fakeLab({ cwd, root }), challenge, 'w', { out: 'a.tgz' });
  await submit(fakeLab({ cwd, root }), challenge, 'w', { out: 'b.tgz' });
  expect((await readFile(join(cwd, 'a.tgz'))).equals(await readFile(join(cwd, 'b.tgz')))).toBe(true);
});

test('installed packages, histories, databases and links out of it stay behind, and it says so', async () => {
  await put({
    'w/up.sh': up,
    'w/server/node_modules/x/i.js': '',
    'w/.git/HEAD': '',
    'w/pg/PG_VERSION': '17',
    'w/pg/base/1': '',
    'w/dump.rdb': '',
    'w/seed.db': 'SQLite',
  });
  await symlink('/etc', join(cwd, 'w/etc'));
  await symlink('up.sh', join(cwd, 'w/also.sh'));
  const lab = fakeLab({ cwd, root });
  await submit(lab, challenge, 'w');
  const { found, paths } = await handedIn();
  expect(found?.unreadable).toBeUndefined();
  expect(paths).toEqual(['also.sh', 'seed.db', 'server', 'up.sh']);
  expect(lab.err.text).toContain('Left out: dump.rdb, pg, server/node_modules.');
  expect(lab.err.text).toContain('Links that lead out of the folder were left out: etc.');
});

test('what the grader could not bring up is told at once', async () => {
  const said = async (files: Readonly<Record<string, string>>) => {
    await rm(join(cwd, 'w'), { recursive: true, force: true });
    await put(files);
    const lab = fakeLab({ cwd, root });
    await submit(lab, challenge, 'w', { force: true });
    return lab.err.text;
  };
  expect(await said({ 'w/server.py': '' })).toContain('the grader would not know how to bring it up');
  expect(await said({ 'w/compose.yaml': '' })).toContain('by Compose only (compose.yaml)');
  expect(await said({ 'w/README.md': '```\ndocker run x\n```' })).toContain('by the docker commands in README.md');
  const refused = await said({ 'w/up.sh': '#!/bin/sh\ndocker run -d --privileged -v /etc:/x y\n' });
  expect(refused).toContain('will refuse “--privileged”, “-v /etc:”');
});

test('writes over a file only where it is told to', async () => {
  await put({ 'w/up.sh': up, [file]: 'precious' });
  const error = await submit(fakeLab({ cwd, root }), challenge, 'w').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).next[0]).toBe('lab submit 1 w --force');
  const questions: string[] = [];
  const asking = (answer: boolean) =>
    fakeLab({ cwd, root, interactive: true, confirm: async question => questions.push(question) > 0 && answer });
  expect(await submit(asking(false), challenge, 'w')).toBe(0);
  expect(await readFile(join(cwd, file), 'utf8')).toBe('precious');
  expect(questions).toEqual([`“${file}” is already there. Write over it?`]);
  await submit(asking(true), challenge, 'w');
  expect((await handedIn()).paths).toEqual(['up.sh']);
  expect((await readdir(cwd)).filter(name => name.endsWith('.part'))).toEqual([]);
});

test('says what is wrong before anything is written', async () => {
  const failing = (folder: string | undefined, options = {}) =>
    expect(submit(fakeLab({ cwd, root }), challenge, folder, options)).rejects;
  await put({ file: '', 'w/up.sh': up, 'broken/lab.json': '{', 'a folder/x': '' });
  await mkdir(join(cwd, 'empty'));
  await failing(undefined).toThrow(/There is no folder/);
  await failing('file').toThrow(/is not a folder/);
  await failing('empty').toThrow(/nothing to hand in/);
  await failing('broken').toThrow(/lab.json cannot be used/);
  await failing('w', { out: 'a folder' }).toThrow(/is a folder/);
  await failing('w', { out: 'nowhere/x.tgz' }).toThrow(/cannot be written/);
  expect((await readdir(cwd)).sort()).toEqual(['a folder', 'broken', 'empty', 'file', 'w']);
});

test('speaks Portuguese', async () => {
  await put({ 'w/up.sh': up });
  const lab = fakeLab({ cwd, root, language: 'pt-BR' });
  await submit(lab, challenge, 'w');
  expect(lab.out.text).toMatch(/^Gravado em 01-networked-containers.tgz: um arquivo, .* Entregue este arquivo.\n$/);
});
