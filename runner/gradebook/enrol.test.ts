import { expect, test } from 'vitest';
import { enrol, nobody } from './enrol.ts';
import type { SubmissionResult } from './result.ts';

const result = (id: string, owner?: SubmissionResult['owner']): SubmissionResult => ({
  ...{ schema: 'lab.submission/2', id, source: id, works: [], remarks: [] },
  ...(owner && { owner }),
});

test('what a name says of its student goes to the grades, and a roster comes first', () => {
  const results = [
    result('souzaana', { name: 'souzaana', canvasId: '71' }),
    result('Davi Luz', { name: 'Davi Luz', moodleId: '80' }),
  ];
  expect(enrol(results, undefined, 'en').students.map(({ identity }) => identity)).toEqual([
    { ...nobody, name: 'Davi Luz', moodleId: '80' },
    { ...nobody, name: 'souzaana', canvasId: '71' },
  ]);
  const entry = { folder: '', submitted: undefined };
  const { students, missing } = enrol(
    results,
    {
      entries: [
        { ...entry, identity: { ...nobody, name: 'Ana Souza', canvasId: '71' } },
        { ...entry, identity: { ...nobody, email: 'davi@x', moodleId: 'Participant 80' } },
      ],
    },
    'en',
  );
  expect(missing).toEqual([]);
  expect(students.map(({ id, identity }) => [id, identity.name])).toEqual([
    ['Davi Luz', 'Davi Luz'],
    ['souzaana', 'Ana Souza'],
  ]);
});

test('a roster may name an archive that is not read', () => {
  const { missing } = enrol(
    [result('aluno7')],
    {
      entries: [{ folder: 'aluno7.rar', submitted: undefined, identity: { ...nobody, name: 'Eva' } }],
    },
    'en',
  );
  expect(missing).toEqual([]);
});

test('GitHub Classroom: a user name finds the folder that ends with it', () => {
  const { students } = enrol(
    [result('desafio-docker-mlins'), result('desafio-docker-ana-mlins')],
    {
      entries: [{ folder: 'ana-mlins', submitted: undefined, identity: { ...nobody, name: 'Ana' } }],
    },
    'en',
  );
  expect(students.map(({ id, identity }) => [id, identity.name])).toEqual([
    ['desafio-docker-ana-mlins', 'Ana'],
    ['desafio-docker-mlins', ''],
  ]);
});

test('two students of one name are two', () => {
  const entry = { folder: '', submitted: undefined };
  const twins = ['11', '12'].map(canvasId => ({ ...entry, identity: { ...nobody, name: 'Luz Dias', canvasId } }));
  expect(enrol([], { entries: twins }, 'en').students.map(({ id }) => id)).toEqual(['Luz Dias (11)', 'Luz Dias (12)']);
  const team = twins.map(it => ({ ...it, folder: 'g1' }));
  expect(enrol([result('g1')], { entries: team }, 'en').students.map(({ id }) => id)).toEqual([
    'g1 · Luz Dias (11)',
    'g1 · Luz Dias (12)',
  ]);
});
