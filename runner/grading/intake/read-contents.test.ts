import { once } from 'node:events';
import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { craftZip, type Files, tarOf, tgzOf, zipOf } from '../../test/fakes/archives.ts';
import { ClassFolder, numbersOf, partOf } from '../../test/fakes/class-folder.ts';
import { inEnglish } from '../../test/fakes/in-english.ts';
import type { Submission } from '../submission.ts';

const place = new ClassFolder();
const up = '#!/bin/sh\ndocker run -d x\n';

describe('archives in archives', () => {
  test('as Moodle hands them out', async () => {
    const archive = await zipOf({ 'desafio1/up.sh': up });
    await place.put({
      'Ana Souza_12345_assignsubmission_file/work.zip': archive,
      'Ana Souza_12345_assignsubmission_file/onlinetext.html': '',
    });
    const [found] = await place.read();
    expect(found && numbersOf(found)).toEqual([1]);
    expect(found?.parts[0]?.path).toBe('work/desafio1');
    expect(found?.remarks.map(inEnglish)).toEqual([
      'The archive “Ana Souza_12345_assignsubmission_file/work.zip” inside of it was opened.'.replace(
        'Ana Souza_12345_assignsubmission_file/',
        '',
      ),
    ]);
  });

  test('one for each challenge, as lab submit writes them', async () => {
    const found = await place.one({
      '01-networked-containers.tgz': await tgzOf({ '01-networked-containers/up.sh': up }),
      '02-sqlite-volume.tgz': await tgzOf({ '02-sqlite-volume/up.sh': up }),
    });
    expect(numbersOf(found)).toEqual([1, 2]);
    expect(await readFile(join(partOf(found, 2).folder, 'up.sh'), 'utf8')).toBe(up);
  });

  test('two deep, and no deeper', async () => {
    const inner = await zipOf({ 'desafio1/up.sh': up });
    const middle = await zipOf({ 'b.zip': inner });
    expect(numbersOf(await place.one({ 'c.zip': middle }))).toEqual([1]);
    await place.put({ 'bia.zip': await zipOf({ 'd.zip': await zipOf({ 'c.zip': middle }) }) });
    expect(numbersOf((await place.read({ only: ['bia'] }))[0] as Submission)).toEqual([]);
  });

  test('a hostile one inside is refused, and the rest counts', async () => {
    const found = await place.one({ 'desafio1/up.sh': up, 'desafio2.zip': craftZip([{ name: '/x', content: 'x' }]) });
    expect(numbersOf(found)).toEqual([1]);
    expect(found.remarks.map(inEnglish).join()).toContain(
      '“desafio2.zip” inside of it was not opened. The archive has an entry with an absolute path',
    );
  });

  test('they share the caps', async () => {
    const zeros = await tgzOf({ x: Buffer.alloc(2 * 1024 * 1024, 'ab') });
    const found = await place.one({ 'd1.tgz': zeros, 'd2.tgz': zeros }, { limits: { unpackedBytes: 3 * 1024 * 1024 } });
    expect(found.remarks.map(inEnglish).join()).toContain('bigger than 3 MB unpacked');
  });
});

describe('a folder is read in place', () => {
  test('links out of it are not followed, pipes are not opened', async () => {
    await place.put({ 'ana/desafio1/up.sh': up });
    await symlink('/etc', join(place.folder, 'ana/desafio1/etc'));
    await symlink('up.sh', join(place.folder, 'ana/desafio1/inside'));
    const server = createServer().listen(join(place.folder, 'ana/desafio1/README.md'));
    await once(server, 'listening');
    const [found] = await place.read();
    server.close();
    expect(found?.remarks.map(inEnglish)).toEqual([
      'The link “desafio1/etc” leads out of the submission and was not followed.',
      '“desafio1/README.md” is a device or a pipe, and was not looked at.',
    ]);
    expect(await readdir(place.scratch, { recursive: true })).toEqual(['1']);
  });

  test('too many files are cut, with a remark', async () => {
    const found = await place.one(
      { 'desafio1/up.sh': up, ...Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`z/${index}`, ''])) },
      { limits: { entries: 20 } },
    );
    expect(numbersOf(found)).toEqual([1]);
    expect(found.remarks.map(inEnglish).join()).toContain('more than 20 files');
  });

  test('a README of 50 MB is read to its first part', async () => {
    const found = await place.one(
      { 'd1/README.md': `\`\`\`\ndocker run -d x\n\`\`\`\n${'spam\n'.repeat(1000)}` },
      { limits: { textBytes: 200 } },
    );
    expect(partOf(found, 1)).toMatchObject({
      plan: { script: 'docker run -d x\n' },
      remarks: [{ code: 'intake.readme-too-long', params: { file: 'README.md' } }],
    });
  });
});

describe('the digest', () => {
  const digestOf = async (files: Files) => {
    await rm(join(place.folder, 'ana'), { recursive: true, force: true });
    return partOf(await place.one(files), 1).digest;
  };

  test('is the same for the same content, in a folder and in an archive', async () => {
    const files = { 'd1/up.sh': up, 'd1/a/b': 'x' };
    const inFolder = await digestOf(files);
    expect(inFolder).toMatch(/^[0-9a-f]{64}$/);
    await place.put({ 'bia.tar': await tarOf(files), 'caio.zip': await zipOf(files) });
    const found = await place.read();
    expect(found.map(it => partOf(it, 1).digest)).toEqual([inFolder, inFolder, inFolder]);
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
  await place.put(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`s${index}/d1/up.sh`, up])));
  await place.put(
    Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`s1/d1/node_modules/p${index}/i.js`, 'x'])),
  );
  expect(await place.read()).toHaveLength(100);
});
