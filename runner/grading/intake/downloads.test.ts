import { describe, expect, test } from 'vitest';
import { craftZip, tgzOf, zipOf } from '../../test/fakes/archives.ts';
import { ClassFolder, numbersOf } from '../../test/fakes/class-folder.ts';
import type { NotTaken, Submission } from '../submission.ts';

const place = new ClassFolder();
const up = '#!/bin/sh\ndocker run -d --name servidor s\n';
const handed = (submission: Submission) => submission;
const readAll = async () => {
  const notTaken: NotTaken[] = [];
  const found = await place.read({ onNotTaken: it => notTaken.push(it) });
  return { found, notTaken: notTaken.map(({ path, reason }) => `${path}: ${reason.code}`) };
};

describe('Canvas', () => {
  test('all that a user handed in is one submission: late, with the user’s number, called by the name', async () => {
    await place.put({
      'pereiraluiza_LATE_4711_90001_desafio1.zip': await zipOf({ 'up.sh': up }),
      'pereiraluiza_LATE_4711_90002_desafio2.zip': await zipOf({ 'up.sh': up }),
      'costa_4712_90003_exercicio-3.tar.gz': await tgzOf({ 'up.sh': up }),
    });
    const { found, notTaken } = await readAll();
    expect(found.map(handed)).toMatchObject([
      { id: 'costa', canvasId: '4712', late: false },
      {
        ...{ id: 'pereiraluiza', canvasId: '4711', late: true, name: '' },
        sources: ['pereiraluiza_LATE_4711_90001_desafio1.zip', 'pereiraluiza_LATE_4711_90002_desafio2.zip'],
      },
    ]);
    expect(found.map(numbersOf)).toEqual([[3], [1, 2]]);
    expect(notTaken).toEqual([]);
  });

  test('what is handed in again counts, and the earlier one is told; a challenge’s own number is no second upload', async () => {
    await place.put({
      'melo_81_500_trabalho.tar.gz': await tgzOf({ 'desafio1/up.sh': '#!/bin/sh\ndocker run old\n' }),
      'melo_81_520_trabalho.tar-1.gz': await tgzOf({ 'desafio1/up.sh': up, 'desafio2/up.sh': up }),
      'nunes_82_501_desafio-1.zip': await zipOf({ 'up.sh': up }),
      'nunes_82_502_desafio-2.zip': await zipOf({ 'up.sh': up }),
      'nunes_82_503_desafio-2-1.zip': await zipOf({ 'up.sh': up }),
    });
    const { found, notTaken } = await readAll();
    expect(found.map(it => [it.id, ...numbersOf(it)])).toEqual([
      ['melo', 1, 2],
      ['nunes', 1, 2],
    ]);
    expect(notTaken).toEqual([
      'melo_81_500_trabalho.tar.gz: intake.earlier-upload',
      'nunes_82_502_desafio-2.zip: intake.earlier-upload',
    ]);
  });

  test('loose files are one submission', async () => {
    await place.put({
      'rocha_90_1_up.sh': up,
      rocha_90_2_Dockerfile: 'FROM lab/node:26\n',
      'rocha_90_3_app.js': '',
    });
    const { found } = await readAll();
    expect(found.map(({ id, sources }) => [id, sources?.length])).toEqual([['rocha', 3]]);
    const [one] = await place.read({ challenges: place.challenges.slice(0, 1) });
    expect(one?.parts[0]?.plan).toMatchObject({ kind: 'script', file: 'up.sh' });
  });
});

test('a download that is one archive is read as what is in it', async () => {
  await place.put({
    'submissions.zip': await zipOf({
      'dias_7_1_desafio1.zip': await zipOf({ 'up.sh': up }),
      'faria_LATE_8_2_desafio1.zip': await zipOf({ 'up.sh': up }),
    }),
  });
  const { found } = await readAll();
  expect(found.map(it => [it.id, it.late, ...numbersOf(it)])).toEqual([
    ['dias', false, 1],
    ['faria', true, 1],
  ]);
});

test('Moodle: a participant’s folders are one submission, with files in it or beside each other', async () => {
  await place.put({
    'Nair Antunes_31001_assignsubmission_file_/pacote.zip': await zipOf({ 'desafio1/up.sh': up }),
    'Nair Antunes_31001_assignsubmission_onlinetext_/onlinetext.html': '<p>segue</p>',
    'Nair Antunes_31002_assignsubmission_file_/desafio2/up.sh': up,
    'Otto Lang_31003_assignsubmission_file_desafio3.zip': await zipOf({ 'up.sh': up }),
    'Pia Reis_31004_assignsubmission_file/desafio4/up.sh': up,
  });
  const { found } = await readAll();
  expect(found.map(it => [it.id, it.name, it.moodleId, ...numbersOf(it)])).toEqual([
    ['Nair Antunes', 'Nair Antunes', '31001', 1],
    ['Nair Antunes-2', 'Nair Antunes', '31002', 2],
    ['Otto Lang', 'Otto Lang', '31003', 3],
    ['Pia Reis', 'Pia Reis', '31004', 4],
  ]);
});

test('Gradescope: its list says who handed in', async () => {
  await place.put({
    'submission_5501/desafio1/up.sh': up,
    'submission_5502/desafio1/up.sh': up,
    'submission_metadata.yml': `---
submission_5501:
  :submitters:
  - :name: Téo Braga
    :sid: '20267'
    :email: teo@example.org
  :created_at: 2026-11-20 22:10:00.12 -03:00
submission_5502:
  :submitters:
  - :name: Ada Lins
  - :name: Eva Mota
`,
  });
  const { found, notTaken } = await readAll();
  expect(found.map(handed)).toMatchObject([
    { id: 'Ada Lins + Eva Mota', sources: ['submission_5502'] },
    { id: 'Téo Braga', sisUserId: '20267', email: 'teo@example.org', submitted: '2026-11-21T01:10:00.000Z' },
  ]);
  expect(notTaken).toEqual([]);
});

describe('one student’s folder', () => {
  test('is one submission where its folders are challenges', async () => {
    await place.put({ 'desafio1/up.sh': up, 'Desafio 02/up.sh': up, 'leia.txt': '' });
    const { found } = await readAll();
    expect(found).toHaveLength(1);
    expect(numbersOf(found[0] as Submission)).toEqual([1, 2]);
    expect(found[0]?.remarks[0]?.code).toBe('intake.one-submission');
  });

  test('is not where students are called after the same one', async () => {
    await place.put({ 'desafio1-ana/up.sh': up, 'desafio1-bia/up.sh': up });
    expect((await readAll()).found.map(({ id }) => id)).toEqual(['desafio1-ana', 'desafio1-bia']);
  });
});

describe('archives', () => {
  test.each([
    ['code page 850', 'Prática 1\\programação\\Dockerfile', 'Pr\xa0tica 1\\programa\x87\xc6o\\Dockerfile'],
    ['Windows-1252', 'Prática 1/programação/Dockerfile', 'Pr\xe1tica 1/programa\xe7\xe3o/Dockerfile'],
  ])('names in %s are read', async (_, name, bytes) => {
    const folder = name.slice(0, 9);
    const raw = Buffer.from(bytes, 'latin1');
    await place.put({
      'bia.zip': craftZip([
        { name: raw, content: 'FROM lab/node:26\n', flags: 0, mode: 0 },
        { name: Buffer.from(`${bytes.slice(0, 10)}up.sh`, 'latin1'), content: up, flags: 0, mode: 0 },
      ]),
    });
    const [bia] = (await readAll()).found;
    expect(bia?.parts.map(({ path }) => path)).toEqual([folder]);
    expect(await place.filesOf(bia?.parts[0])).toEqual(['programação', 'programação/Dockerfile', 'up.sh']);
  });

  test('accents that macOS has taken apart are put together again', async () => {
    await place.put({
      'caio.zip': await zipOf({ 'desafio1/up.sh': up, ['desafio1/serviço/Dockerfile'.normalize('NFD')]: 'FROM x\n' }),
    });
    const [caio] = (await readAll()).found;
    expect(await place.filesOf(caio?.parts[0])).toContain('serviço/Dockerfile'.normalize('NFC'));
  });

  test('what they are, their bytes say', async () => {
    const zip = await zipOf({ 'desafio1/up.sh': up });
    await place.put({ 'davi.rar': zip, enzo: zip, 'feio.zip': 'Rar!\x1a\x07\x00'.padEnd(90, '\0'), 'plano.docx': zip });
    const { found, notTaken } = await readAll();
    expect(found.map(it => [it.id, it.parts.length, it.unreadable?.params])).toEqual([
      ['davi', 1, undefined],
      ['enzo', 1, undefined],
      ['feio', 0, { ending: '.rar' }],
    ]);
    expect(notTaken).toEqual(['plano.docx: intake.not-a-submission']);
  });
});

test('what looks like a challenge and is none that is graded is told', async () => {
  const found = await place.one({ 'desafio1/up.sh': up, 'Desafio 9/up.sh': up });
  expect(found.remarks.map(({ code, params }) => [code, params])).toEqual([
    ['intake.no-such-challenge', { path: 'Desafio 9' }],
  ]);
});

test('what only stands for a file is told as such, and UTF-16 is made readable before it is run', async () => {
  const utf16 = Buffer.from('\uFEFF#!/bin/bash\r\ndocker run -d --name servidor s\r\n', 'utf16le');
  await place.put({
    'gil/desafio1/up.sh': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n',
    'hugo/desafio1/up.sh': utf16,
  });
  const [gil, hugo] = (await readAll()).found;
  expect(gil?.parts[0]?.plan).toMatchObject({ kind: 'none', because: { code: 'intake.lfs-pointer' } });
  expect(hugo?.parts[0]?.plan).toMatchObject({ script: expect.stringMatching(/^iconv -f UTF-16 .*\nsed .*\nbash /) });
});
