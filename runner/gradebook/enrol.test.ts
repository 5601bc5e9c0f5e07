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
  expect(enrol(results, undefined).students.map(({ identity }) => identity)).toEqual([
    { ...nobody, name: 'Davi Luz', moodleId: '80' },
    { ...nobody, name: 'souzaana', canvasId: '71' },
  ]);
  const entry = { folder: '', submitted: undefined };
  const { students, missing } = enrol(results, {
    entries: [
      { ...entry, identity: { ...nobody, name: 'Ana Souza', canvasId: '71' } },
      { ...entry, identity: { ...nobody, email: 'davi@x', moodleId: 'Participant 80' } },
    ],
  });
  expect(missing).toEqual([]);
  expect(students.map(({ id, identity }) => [id, identity.name])).toEqual([
    ['Davi Luz', 'Davi Luz'],
    ['souzaana', 'Ana Souza'],
  ]);
});

test('a roster may name an archive that is not read', () => {
  const { missing } = enrol([result('aluno7')], {
    entries: [{ folder: 'aluno7.rar', submitted: undefined, identity: { ...nobody, name: 'Eva' } }],
  });
  expect(missing).toEqual([]);
});
