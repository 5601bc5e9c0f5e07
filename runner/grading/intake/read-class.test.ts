import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../base/errors.ts';
import { craftZip, tarOf, tgzOf, zipOf } from '../../test/fakes/archives.ts';
import { ClassFolder, numbersOf } from '../../test/fakes/class-folder.ts';
import { inEnglish } from '../../test/fakes/in-english.ts';

const place = new ClassFolder();
const up = '#!/bin/sh\ndocker run -d x\n';

describe('what is a submission', () => {
  test('folders and archives are, and nothing else is', async () => {
    const archive = await zipOf({ 'desafio1/up.sh': up });
    await place.put({
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
    const found = await place.read();
    expect(found.map(({ id, source }) => `${id} ${source}`)).toEqual([
      'Bia Bia.ZIP',
      'ana ana',
      'caio caio.tar',
      'davi davi.tar.gz',
      'eva eva.TGZ',
    ]);
    for (const submission of found) expect(numbersOf(submission)).toEqual([1]);
  });

  test('ids are unique, and say so', async () => {
    const archive = await zipOf({ 'd1/up.sh': up });
    await place.put({
      'ana/x': '',
      'ana.zip': archive,
      'ana.tar': await tarOf({}),
      'ana-2/x': '',
      'ANA.tgz': await tgzOf({}),
    });
    const found = await place.read();
    expect(new Set(found.map(({ id }) => id.toLowerCase())).size).toBe(5);
    expect(found.map(({ id, source }) => `${id} ${source}`)).toEqual([
      'ANA ANA.tgz',
      'ana-3 ana',
      'ana-4 ana.tar',
      'ana-5 ana.zip',
      'ana-2 ana-2',
    ]);
    expect(inEnglish(found[1]?.remarks[0])).toBe(
      '“ana” has the name of another submission: here it is called “ana-3”.',
    );
  });

  test('names are shown without control characters, and cut', async () => {
    await place.put({ [`a\x1b[31m\u202e${'x'.repeat(150)}/y`]: '' });
    const [found] = await place.read();
    expect(found?.id).toMatch(/^a_\[31m_x+-[0-9a-f]{8}$/);
    expect(found?.id.length).toBeLessThanOrEqual(80);
    expect(found?.source).toContain('\uFFFD');
  });

  test('only those that are asked for are read, and it is told when', async () => {
    await place.put({ 'a/x': '', 'b/x': '', 'c/x': '', 'out/x': '' });
    const read: string[] = [];
    const found = await place.read({
      only: ['c', 'a', 'out'],
      except: [join(place.folder, 'out')],
      onRead: id => read.push(id),
    });
    expect(found.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(read.sort()).toEqual(['a', 'c']);
  });

  test('a class that is not there is told', async () => {
    place.folder = join(place.folder, 'nowhere');
    await expect(place.read()).rejects.toThrow(UsageError);
    place.folder = dirname(place.folder);
  });
});

describe('what is unreadable says why, and nothing else suffers', () => {
  test('whatever it is', async () => {
    await place.put({
      'bomb.zip': craftZip([{ name: 'x', content: Buffer.alloc(3 * 1024 * 1024) }]),
      'empty.zip': Buffer.alloc(0),
      'evil.zip': craftZip([{ name: '../evil', content: 'x' }]),
      'good/d1/up.sh': up,
      'locked.zip': craftZip([{ name: 'x', flags: 1 }]),
      'other.rar': 'Rar!',
      'text.zip': 'this is no archive',
    });
    const found = await place.read({ limits: { ratioFreeBytes: 1024 } });
    expect(found.map(({ id, unreadable, parts }) => [id, parts.length, inEnglish(unreadable)])).toEqual([
      ['bomb', 0, expect.stringContaining('200 times')],
      ['empty', 0, expect.stringContaining('empty file')],
      ['evil', 0, expect.stringContaining('“../evil”')],
      ['good', 1, ''],
      ['locked', 0, expect.stringContaining('encrypted')],
      ['other', 0, expect.stringContaining('.rar')],
      ['text', 0, expect.stringContaining('no zip or tar')],
    ]);
    expect((await readdir(dirname(place.folder))).filter(name => name === 'evil')).toEqual([]);
  });
});
