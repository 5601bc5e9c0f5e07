import { expect, test } from 'vitest';
import type { Outcome } from '../../gradebook/result.ts';
import { challengeNumber, fakeResult, fakeTask } from '../../test/fakes/class.ts';
import { planRun, type RunWishes } from './plan-run.ts';

const first = challengeNumber(1);
const wishes: RunWishes = { only: undefined, rerun: false, rerunUnknown: false, scriptMs: 1000 };
const stored = (id: string, outcome: Outcome = 'graded', digest = 'd', verdict: 'pass' | 'unknown' = 'pass') => {
  const task = fakeTask(id, first);
  return { task, stored: { result: { ...fakeResult(task, { outcome, verdict }), digest }, scriptMs: 1000 } };
};
const found = [
  { task: fakeTask('new', first), stored: undefined },
  stored('same'),
  stored('changed', 'graded', 'before'),
  stored('late', 'timed-out'),
  stored('machine', 'unknown'),
  stored('partly', 'graded', 'd', 'unknown'),
];

test.each<[string, Partial<RunWishes>, string[], string[]]>([
  ['by itself', {}, ['new', 'changed'], []],
  ['again what was unknown', { rerunUnknown: true }, ['new', 'changed', 'machine', 'partly'], []],
  ['all of it', { rerun: true }, ['new', 'same', 'changed', 'late', 'machine', 'partly'], []],
  ['with more time', { scriptMs: 2000 }, ['new', 'changed', 'late'], []],
  ['only one', { only: new Set(['new']) }, ['new'], ['changed']],
  ['only one that is known', { only: new Set(['same']) }, [], ['new', 'changed']],
  ['only one, again', { only: new Set(['same']), rerun: true }, ['same'], ['new', 'changed']],
])('%s', (_, change, toRun, left) => {
  const plan = planRun(found, { ...wishes, ...change });
  expect(plan.toRun.map(({ submission }) => submission.id)).toEqual(toRun);
  expect(plan.left.map(({ submission }) => submission.id)).toEqual(left);
  expect(plan.toRun.length + plan.kept.length + plan.left.length).toBe(found.length);
});

test('a rerun that was stopped judges again only what was judged before it began', () => {
  const judged = (id: string, at: string) => {
    const { task, stored: known } = stored(id);
    return { task, stored: { ...known, result: { ...known.result, at } } };
  };
  const parts = [judged('ana', '2026-05-01T10:00:00.000Z'), judged('rui', '2026-05-02T10:00:00.000Z')];
  const plan = planRun(parts, { ...wishes, rerun: true, rerunSince: '2026-05-02T09:00:00.000Z' });
  expect(plan.toRun.map(({ submission }) => submission.id)).toEqual(['ana']);
});
