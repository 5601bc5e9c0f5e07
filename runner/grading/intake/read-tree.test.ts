import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../test/fakes/archives.ts';
import { ClassFolder, numbersOf, partOf } from '../../test/fakes/class-folder.ts';
import { fiveChallenges } from '../../test/fakes/five-challenges.ts';
import { inEnglish } from '../../test/fakes/in-english.ts';
import type { Submission } from '../submission.ts';

const place = new ClassFolder();
const up = '#!/bin/sh\ndocker run -d x\n';

describe('challenges are found', () => {
  test('at any depth, in any form, in the order of the challenges', async () => {
    const found = await place.one({
      'x/y/05-api-gateway/up.sh': up,
      'x/desafio_2/up.sh': up,
      'x/1-rede/README.md': '```\ndocker run -d x\n```',
      'x/y/z/D3/start.sh': up,
    });
    expect(numbersOf(found)).toEqual([1, 2, 3, 5]);
    expect(found.remarks.map(inEnglish)).toEqual([]);
    expect(partOf(found, 2)).toMatchObject({ path: 'x/desafio_2', folder: join(place.folder, 'ana/x/desafio_2') });
  });

  test('but not in what others have written', async () => {
    const found = await place.one({
      'node_modules/d1/up.sh': up,
      'vendor/challenge-2/up.sh': up,
      '.git/d3/up.sh': up,
      'app/v1/up.sh': up,
      'api2/up.sh': up,
    });
    expect(numbersOf(found)).toEqual([]);
    expect(found.remarks.map(inEnglish)).toEqual(['No folder of a challenge was found in it.']);
  });

  test('a folder in a folder in a folder', async () => {
    const found = await place.one({ 'desafio1/desafio1/projeto/up.sh': up, 'desafio1/leia.txt': '' });
    expect(partOf(found, 1)).toMatchObject({
      path: 'desafio1/desafio1/projeto',
      plan: { kind: 'script', file: 'up.sh' },
    });
    expect(partOf(found, 1).remarks.map(inEnglish)).toEqual([
      'Networked containers: the instructions are in “desafio1/desafio1/projeto”.',
    ]);
  });

  test('nested challenges and duplicates are reported', async () => {
    const found = await place.one({
      'desafio1/up.sh': up,
      'desafio1/desafio2/up.sh': up,
      'old/d1/up.sh': up,
      'copy/desafio-1/x': '',
    });
    expect(partOf(found, 1).path).toBe('desafio1');
    expect(partOf(found, 1).remarks.map(inEnglish)).toEqual([
      'Several folders could be Networked containers: “desafio1” was taken, and not “old/d1”, “copy/desafio-1”.',
    ]);
    expect(partOf(found, 2).remarks.map(inEnglish)).toEqual([
      'The folder “desafio1/desafio2” is inside of “desafio1”, that of another challenge.',
    ]);
  });

  test('the shallowest with instructions is taken', async () => {
    const found = await place.one({ 'desafio1/notes.md': 'x', 'backup/desafio1/up.sh': up });
    expect(partOf(found, 1).path).toBe('backup/desafio1');
  });

  test('numbers inside of a complete challenge are its own affair', async () => {
    const found = await place.one({
      'desafio3/up.sh': up,
      'desafio3/1/up.sh': up,
      'desafio3/migrations/2/x': '',
      'desafio5/api-gateway/up.sh': up,
      'desafio5/up.sh': up,
    });
    expect(numbersOf(found)).toEqual([3, 5]);
    expect(partOf(found, 5).remarks.map(inEnglish)).toEqual([]);
  });

  test('a folder called after the course is none', async () => {
    const found = await place.one({
      'docker-lab-2/README.md': '```\ndocker run x\n```',
      'docker-lab-2/1/up.sh': up,
      'docker-lab-2/2/up.sh': up,
      'docker-lab-2/3/up.sh': up,
    });
    expect(found.parts.map(({ path }) => path)).toEqual(['docker-lab-2/1', 'docker-lab-2/2', 'docker-lab-2/3']);
  });

  test('a submission that is one challenge as a whole', async () => {
    const found = await place.one({
      'up.sh': up,
      'lab.json': '{ "challenge": "04-paired-microservices", "binds": { "provider": "p" } }',
    });
    expect(partOf(found, 4)).toMatchObject({
      path: '.',
      folder: join(place.folder, 'ana'),
      plan: { kind: 'script', binds: { provider: 'p' } },
    });
    expect(found.remarks.map(inEnglish)).toEqual(['The whole submission was taken for Paired microservices.']);
    await place.put({ 'bia-desafio2.zip': await zipOf({ 'src/up.sh': up }) });
    expect(numbersOf((await place.read({ only: ['bia-desafio2'] }))[0] as Submission)).toEqual([2]);
  });

  test('and where only one is graded, unless it speaks of another', async () => {
    const [first] = fiveChallenges.slice(0, 1);
    if (first === undefined) throw new Error('there is no challenge');
    const found = await place.one({ 'up.sh': up }, { challenges: [first] });
    expect(numbersOf(found)).toEqual([1]);
    await place.put({ 'bia/desafio2/x': '', 'bia/up.sh': up });
    expect(numbersOf((await place.read({ challenges: [first], only: ['bia'] }))[0] as Submission)).toEqual([]);
  });

  test('lab.json goes before the folder’s name', async () => {
    const found = await place.one({
      'desafio1/lab.json': '{ "challenge": "02-sqlite-volume", "run": "docker run -d x" }',
    });
    expect(numbersOf(found)).toEqual([2]);
    expect(found.remarks.map(inEnglish)).toEqual([
      'The lab.json in “desafio1” says that it is 02-sqlite-volume, so that is what it counts for.',
    ]);
  });
});

describe('a README above the challenges', () => {
  const section = (number: number, ...commands: string[]) =>
    `## Desafio ${number}\n\n\`\`\`bash\n${commands.join('\n')}\n\`\`\`\n\n`;

  test('has a section for each that says nothing itself', async () => {
    const found = await place.one({
      'README.md': `# Entrega\n\n${section(1, 'docker run -d --name um a')}${section(2, 'docker run -d --name dois b')}`,
      'desafio1/Dockerfile': 'FROM a\nRUN --mount=type=cache,target=/x y\n',
      'desafio2/up.sh': up,
    });
    expect(partOf(found, 1)).toMatchObject({
      path: 'desafio1',
      folder: join(place.folder, 'ana/desafio1'),
      plan: { kind: 'script', file: 'README.md', script: 'docker run -d --name um a\n', builder: 'buildkit' },
    });
    expect(partOf(found, 1).remarks.map(inEnglish)).toEqual([
      'Networked containers: the instructions are the section on it in “README.md”.',
    ]);
    expect(partOf(found, 2).plan).toMatchObject({ file: 'up.sh' });
  });

  test.each([
    ['goes into its folder', 'cd "Desafio 1"', 'docker build -t a . && docker run -d a'],
    ['names something in it', 'docker build -t a "./Desafio 1/server"', 'docker run -d a'],
    ['names it', "docker build -t a 'Desafio 1'", 'docker run -d a'],
  ])('is run where it stands, if it %s', async (_how, ...commands) => {
    const found = await place.one({
      'x/README.md': section(1, ...commands),
      'x/Desafio 1/server/Dockerfile': 'FROM a',
    });
    expect(partOf(found, 1)).toMatchObject({ path: 'x', plan: { kind: 'script', file: 'README.md' } });
  });

  test('is enough where the challenges have no folders', async () => {
    const readme = section(1, 'docker run -d a') + section(3, 'docker run -d b') + section(9, 'docker run -d c');
    const found = await place.one({ 'README.md': readme, 'api/Dockerfile': 'FROM a' });
    expect(numbersOf(found)).toEqual([1, 3]);
    expect(partOf(found, 3)).toMatchObject({ path: '.', plan: { script: 'docker run -d b\n' } });
  });

  test('does not mend a lab.json that is broken, and says nothing of what it has no commands for', async () => {
    const found = await place.one({
      'README.md': `${section(1, 'docker run -d a')}## Desafio 2\n\nfeito!\n`,
      'desafio1/lab.json': '{',
      'desafio2/Dockerfile': 'FROM a',
    });
    expect(found.parts.map(({ plan }) => plan.kind)).toEqual(['none', 'none']);
  });
});
