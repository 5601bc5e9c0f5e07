import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../../../challenges/catalogue.ts';
import { UsageError } from '../../errors.ts';
import { craftZip, type Files, tarOf, tgzOf, zipOf } from '../../test/fakes/archives.ts';
import type { Submission, Work } from '../submission.ts';
import { type ReadClassOptions, readClass } from './read-class.ts';

let folder = '';
let scratch = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-class-'));
  scratch = await mkdtemp(join(tmpdir(), 'estaleiro-scratch-'));
});
afterEach(() => Promise.all([folder, scratch].map(path => rm(path, { recursive: true }))));

async function put(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

function reading(change: Partial<ReadClassOptions> = {}): Promise<Submission[]> {
  const signal = new AbortController().signal;
  return readClass(folder, { challenges: catalogue, language: 'en', scratch, signal, ...change });
}

/** The only submission there is. */
async function one(files: Files, change: Partial<ReadClassOptions> = {}): Promise<Submission> {
  await put(Object.fromEntries(Object.entries(files).map(([name, content]) => [`ana/${name}`, content])));
  const [found, ...others] = await reading(change);
  expect(others).toEqual([]);
  if (found === undefined) throw new Error('there is none');
  return found;
}

const idsOf = ({ works }: Submission) => works.map(({ challenge }) => Number(challenge.slice(0, 2)));
const workOf = ({ works }: Submission, number: number): Work => {
  const work = works.find(({ challenge }) => challenge.startsWith(`0${number}`));
  if (work === undefined) throw new Error(`there is no work for ${number}`);
  return work;
};
const up = '#!/bin/sh\ndocker run -d x\n';

describe('what is a submission', () => {
  test('folders and archives are, and nothing else is', async () => {
    const archive = await zipOf({ 'desafio1/up.sh': up });
    await put({
      'ana/desafio1/up.sh': up,
      'Bia.ZIP': archive,
      'caio.tar': await tarOf({ 'd1/up.sh': up }),
      'davi.tar.gz': await tgzOf({ 'd1/up.sh': up }),
      'eva.TGZ': await tgzOf({ 'd1/up.sh': up }),
      'roster.csv': '',
      'rubric.json': '{}',
      'notes.txt': '',
      '.git/x': '',
      '__MACOSX/x': '',
    });
    const found = await reading();
    expect(found.map(({ id, source }) => `${id} ${source}`)).toEqual([
      'Bia Bia.ZIP',
      'ana ana',
      'caio caio.tar',
      'davi davi.tar.gz',
      'eva eva.TGZ',
    ]);
    for (const submission of found) expect(idsOf(submission)).toEqual([1]);
  });

  test('ids are unique, and say so', async () => {
    const archive = await zipOf({ 'd1/up.sh': up });
    await put({
      'ana/x': '',
      'ana.zip': archive,
      'ana.tar': await tarOf({}),
      'ana-2/x': '',
      'ANA.tgz': await tgzOf({}),
    });
    const found = await reading();
    expect(new Set(found.map(({ id }) => id.toLowerCase())).size).toBe(5);
    expect(found.map(({ id, source }) => `${id} ${source}`)).toEqual([
      'ANA ANA.tgz',
      'ana-3 ana',
      'ana-4 ana.tar',
      'ana-5 ana.zip',
      'ana-2 ana-2',
    ]);
    expect(found[1]?.remarks[0]).toBe('“ana” has the name of another submission: here it is called “ana-3”.');
  });

  test('names are shown without control characters, and cut', async () => {
    await put({ [`a\x1b[31m\u202e${'x'.repeat(150)}/y`]: '' });
    const [found] = await reading();
    expect(found?.id).toMatch(/^a_\[31m_x+-[0-9a-f]{8}$/);
    expect(found?.id.length).toBeLessThanOrEqual(80);
    expect(found?.source).toContain('\uFFFD');
  });

  test('only those that are asked for are read, and it is told when', async () => {
    await put({ 'a/x': '', 'b/x': '', 'c/x': '', 'out/x': '' });
    const read: string[] = [];
    const found = await reading({
      only: ['c', 'a', 'out'],
      except: [join(folder, 'out')],
      onRead: id => read.push(id),
    });
    expect(found.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(read.sort()).toEqual(['a', 'c']);
  });

  test('a class that is not there is told', async () => {
    folder = join(folder, 'nowhere');
    await expect(reading()).rejects.toThrow(UsageError);
    folder = dirname(folder);
  });
});

describe('what is unreadable says why, and nothing else suffers', () => {
  test('whatever it is', async () => {
    await put({
      'bomb.zip': craftZip([{ name: 'x', content: Buffer.alloc(3 * 1024 * 1024) }]),
      'empty.zip': Buffer.alloc(0),
      'evil.zip': craftZip([{ name: '../evil', content: 'x' }]),
      'good/d1/up.sh': up,
      'locked.zip': craftZip([{ name: 'x', flags: 1 }]),
      'other.rar': 'Rar!',
      'text.zip': 'this is no archive',
    });
    const found = await reading({ limits: { ratioFreeBytes: 1024 } });
    expect(found.map(({ id, unreadable, works }) => [id, works.length, unreadable])).toEqual([
      ['bomb', 0, expect.stringContaining('200 times')],
      ['empty', 0, expect.stringContaining('empty file')],
      ['evil', 0, expect.stringContaining('“../evil”')],
      ['good', 1, undefined],
      ['locked', 0, expect.stringContaining('encrypted')],
      ['other', 0, expect.stringContaining('.rar')],
      ['text', 0, expect.stringContaining('no zip or tar')],
    ]);
    expect((await readdir(dirname(folder))).filter(name => name === 'evil')).toEqual([]);
  });
});

describe('challenges are found', () => {
  test('at any depth, in any form, in the order of the challenges', async () => {
    const found = await one({
      'x/y/05-api-gateway/up.sh': up,
      'x/desafio_2/up.sh': up,
      'x/1-rede/README.md': '```\ndocker run -d x\n```',
      'x/y/z/D3/start.sh': up,
    });
    expect(idsOf(found)).toEqual([1, 2, 3, 5]);
    expect(found.remarks).toEqual([]);
    expect(workOf(found, 2)).toMatchObject({ path: 'x/desafio_2', folder: join(folder, 'ana/x/desafio_2') });
  });

  test('but not in what others have written', async () => {
    const found = await one({
      'node_modules/d1/up.sh': up,
      'vendor/challenge-2/up.sh': up,
      '.git/d3/up.sh': up,
      'app/v1/up.sh': up,
      'api2/up.sh': up,
    });
    expect(idsOf(found)).toEqual([]);
    expect(found.remarks).toEqual(['No folder of a challenge was found in it.']);
  });

  test('a folder in a folder in a folder', async () => {
    const found = await one({ 'desafio1/desafio1/projeto/up.sh': up, 'desafio1/leia.txt': '' });
    expect(workOf(found, 1)).toMatchObject({
      path: 'desafio1/desafio1/projeto',
      plan: { kind: 'script', file: 'up.sh' },
    });
    expect(workOf(found, 1).remarks).toEqual([
      'Networked containers: the instructions are in “desafio1/desafio1/projeto”.',
    ]);
  });

  test('nested challenges and duplicates are reported', async () => {
    const found = await one({
      'desafio1/up.sh': up,
      'desafio1/desafio2/up.sh': up,
      'old/d1/up.sh': up,
      'copy/desafio-1/x': '',
    });
    expect(workOf(found, 1).path).toBe('desafio1');
    expect(workOf(found, 1).remarks).toEqual([
      'Several folders could be Networked containers: “desafio1” was taken, and not “old/d1”, “copy/desafio-1”.',
    ]);
    expect(workOf(found, 2).remarks).toEqual([
      'The folder “desafio1/desafio2” is inside of “desafio1”, that of another challenge.',
    ]);
  });

  test('the shallowest with instructions is taken', async () => {
    const found = await one({ 'desafio1/notes.md': 'x', 'backup/desafio1/up.sh': up });
    expect(workOf(found, 1).path).toBe('backup/desafio1');
  });

  test('numbers inside of a complete challenge are its own affair', async () => {
    const found = await one({
      'desafio3/up.sh': up,
      'desafio3/1/up.sh': up,
      'desafio3/migrations/2/x': '',
      'desafio5/api-gateway/up.sh': up,
      'desafio5/up.sh': up,
    });
    expect(idsOf(found)).toEqual([3, 5]);
    expect(workOf(found, 5).remarks).toEqual([]);
  });

  test('a folder called after the course is none', async () => {
    const found = await one({
      'docker-lab-2/README.md': '```\ndocker run x\n```',
      'docker-lab-2/1/up.sh': up,
      'docker-lab-2/2/up.sh': up,
      'docker-lab-2/3/up.sh': up,
    });
    expect(found.works.map(({ path }) => path)).toEqual(['docker-lab-2/1', 'docker-lab-2/2', 'docker-lab-2/3']);
  });

  test('a submission that is one challenge as a whole', async () => {
    const found = await one({
      'up.sh': up,
      'lab.json': '{ "challenge": "04-paired-microservices", "binds": { "provider": "p" } }',
    });
    expect(workOf(found, 4)).toMatchObject({
      path: '.',
      folder: join(folder, 'ana'),
      plan: { kind: 'script', binds: { provider: 'p' } },
    });
    expect(found.remarks).toEqual(['The whole submission was taken for Paired microservices.']);
    await put({ 'bia-desafio2.zip': await zipOf({ 'src/up.sh': up }) });
    expect(idsOf((await reading({ only: ['bia-desafio2'] }))[0] as Submission)).toEqual([2]);
  });

  test('and where only one is graded, unless it speaks of another', async () => {
    const [first] = catalogue.slice(0, 1);
    if (first === undefined) throw new Error('there is no challenge');
    const found = await one({ 'up.sh': up }, { challenges: [first] });
    expect(idsOf(found)).toEqual([1]);
    await put({ 'bia/desafio2/x': '', 'bia/up.sh': up });
    expect(idsOf((await reading({ challenges: [first], only: ['bia'] }))[0] as Submission)).toEqual([]);
  });

  test('lab.json goes before the folder’s name', async () => {
    const found = await one({ 'desafio1/lab.json': '{ "challenge": "02-sqlite-volume", "run": "docker run -d x" }' });
    expect(idsOf(found)).toEqual([2]);
    expect(found.remarks).toEqual([
      'The lab.json in “desafio1” says that it is 02-sqlite-volume, so that is what it counts for.',
    ]);
  });
});

describe('archives in archives', () => {
  test('as Moodle hands them out', async () => {
    const archive = await zipOf({ 'desafio1/up.sh': up });
    await put({
      'Ana Souza_12345_assignsubmission_file/work.zip': archive,
      'Ana Souza_12345_assignsubmission_file/onlinetext.html': '',
    });
    const [found] = await reading();
    expect(found && idsOf(found)).toEqual([1]);
    expect(found?.works[0]?.path).toBe('work/desafio1');
    expect(found?.remarks).toEqual([
      'The archive “Ana Souza_12345_assignsubmission_file/work.zip” inside of it was opened.'.replace(
        'Ana Souza_12345_assignsubmission_file/',
        '',
      ),
    ]);
  });

  test('one for each challenge, as lab submit writes them', async () => {
    const found = await one({
      '01-networked-containers.tgz': await tgzOf({ '01-networked-containers/up.sh': up }),
      '02-sqlite-volume.tgz': await tgzOf({ '02-sqlite-volume/up.sh': up }),
    });
    expect(idsOf(found)).toEqual([1, 2]);
    expect(await readFile(join(workOf(found, 2).folder, 'up.sh'), 'utf8')).toBe(up);
  });

  test('two deep, and no deeper', async () => {
    const inner = await zipOf({ 'desafio1/up.sh': up });
    const middle = await zipOf({ 'b.zip': inner });
    expect(idsOf(await one({ 'c.zip': middle }))).toEqual([1]);
    await put({ 'bia.zip': await zipOf({ 'd.zip': await zipOf({ 'c.zip': middle }) }) });
    expect(idsOf((await reading({ only: ['bia'] }))[0] as Submission)).toEqual([]);
  });

  test('a hostile one inside is refused, and the rest counts', async () => {
    const found = await one({ 'desafio1/up.sh': up, 'desafio2.zip': craftZip([{ name: '/x', content: 'x' }]) });
    expect(idsOf(found)).toEqual([1]);
    expect(found.remarks.join()).toContain(
      '“desafio2.zip” inside of it was not opened. The archive has an entry with an absolute path',
    );
  });

  test('they share the caps', async () => {
    const zeros = await tgzOf({ x: Buffer.alloc(2 * 1024 * 1024, 'ab') });
    const found = await one({ 'd1.tgz': zeros, 'd2.tgz': zeros }, { limits: { unpackedBytes: 3 * 1024 * 1024 } });
    expect(found.remarks.join()).toContain('bigger than 3 MB unpacked');
  });
});

describe('a folder is read in place', () => {
  test('links out of it are not followed, pipes are not opened', async () => {
    await put({ 'ana/desafio1/up.sh': up });
    await symlink('/etc', join(folder, 'ana/desafio1/etc'));
    await symlink('up.sh', join(folder, 'ana/desafio1/inside'));
    execFileSync('mkfifo', [join(folder, 'ana/desafio1/README.md')]);
    const [found] = await reading();
    expect(found?.remarks).toEqual([
      'The link “desafio1/etc” leads out of the submission and was not followed.',
      '“desafio1/README.md” is a device or a pipe, and was not looked at.',
    ]);
    expect(await readdir(scratch, { recursive: true })).toEqual(['1']);
  });

  test('too many files are cut, with a remark', async () => {
    const found = await one(
      { 'desafio1/up.sh': up, ...Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`z/${index}`, ''])) },
      { limits: { entries: 20 } },
    );
    expect(idsOf(found)).toEqual([1]);
    expect(found.remarks.join()).toContain('more than 20 files');
  });

  test('a README of 50 MB is read to its first part', async () => {
    const found = await one(
      { 'd1/README.md': `\`\`\`\ndocker run -d x\n\`\`\`\n${'spam\n'.repeat(1000)}` },
      { limits: { textBytes: 200 } },
    );
    expect(workOf(found, 1)).toMatchObject({
      plan: { script: 'docker run -d x\n' },
      remarks: ['Only the beginning of “README.md” was read: it is very long.'],
    });
  });
});

describe('the digest', () => {
  const digestOf = async (files: Files) => {
    await rm(join(folder, 'ana'), { recursive: true, force: true });
    return workOf(await one(files), 1).digest;
  };

  test('is the same for the same content, in a folder and in an archive', async () => {
    const files = { 'd1/up.sh': up, 'd1/a/b': 'x' };
    const inFolder = await digestOf(files);
    expect(inFolder).toMatch(/^[0-9a-f]{64}$/);
    await put({ 'bia.tar': await tarOf(files), 'caio.zip': await zipOf(files) });
    const found = await reading();
    expect(found.map(it => workOf(it, 1).digest)).toEqual([inFolder, inFolder, inFolder]);
  });

  test('changes with contents and names, and not with what others have written', async () => {
    const base = {
      'd1/up.sh': up,
      'd1/node_modules/x/i.js': 'abc',
      'd1/data/PG_VERSION': '17',
      'd1/data/base/1': 'abc',
    };
    const digest = await digestOf(base);
    expect(await digestOf({ ...base, 'd1/node_modules/x/i.js': 'abd', 'd1/data/base/1': 'abd' })).toBe(digest);
    expect(await digestOf({ ...base, 'd1/node_modules/x/i.js': 'abcd' })).not.toBe(digest);
    expect(await digestOf({ ...base, 'd1/up.sh': `${up}#` })).not.toBe(digest);
    expect(await digestOf({ ...base, 'd1/y': '' })).not.toBe(digest);
  });
});

test('a hundred submissions with installed packages are read soon', async () => {
  await put(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`s${index}/d1/up.sh`, up])));
  await put(Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`s1/d1/node_modules/p${index}/i.js`, 'x'])));
  expect(await reading()).toHaveLength(100);
});
