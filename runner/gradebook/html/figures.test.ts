import { expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../../challenges/01-networked-containers/challenge.ts';
import type { Message } from '../../base/message.ts';
import { say } from '../../language/say.ts';
import { graded } from '../../test/fakes/graded.ts';
import { gradebookOf } from '../gradebook-of.ts';
import type { SubmissionResult } from '../result.ts';
import { figuresOf } from './figures.ts';

const at = '2026-11-30T12:00:00.000Z';
const [objective] = challenge.objectives;
if (objective === undefined) throw new Error('the challenge has no objective');

/** A submission whose first objective fails for this reason. */
function failing(id: string, finding: Message): SubmissionResult {
  const submission = graded(id, { [challenge.id]: { [objective?.id ?? '']: 'fail' } }, { challenges: [challenge] });
  const parts = submission.works.map(part => ({
    ...part,
    objectives: part.objectives.map(one => (one.id === objective?.id ? { ...one, finding } : one)),
  }));
  return { ...submission, works: parts };
}

const reasons = (language: 'en' | 'pt-BR') => {
  const results = [
    failing('ana', say('http.silent', { name: 'api' })),
    failing('bia', say('lab.no-probe')),
    failing('caio', say('http.silent', { name: 'loja' })),
    failing('davi', say('lab.no-probe')),
    failing('eva', say('lab.no-probe')),
    graded('whole', {}, { challenges: [challenge] }),
  ];
  const book = gradebookOf(results, { challenges: [challenge], language, grader: '1', at });
  return figuresOf(book).challenges[0]?.objectives[0]?.reasons;
};

test('why an objective was not met is counted by what was found, whatever the names in it', () => {
  const found = reasons('en');
  expect(found?.map(({ students, isSameForAll }) => [students, isSameForAll])).toEqual([
    [3, true],
    [2, false],
  ]);
  expect(found?.[1]?.example).toContain('api');
});

test('and in any language alike', () => {
  expect(reasons('pt-BR')?.map(({ students }) => students)).toEqual([3, 2]);
});
