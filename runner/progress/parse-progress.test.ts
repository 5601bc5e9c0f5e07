import { expect, test } from 'vitest';
import { reportWith } from '../test/fakes/report.ts';
import { learnHint, learnLanguage, learnReport, learnSolution, learnTime } from './learn.ts';
import { mergeProgress } from './merge.ts';
import { maxCharacters, parseProgress } from './parse-progress.ts';
import { noProgress, nothingYet, type Progress } from './progress.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const whole: Progress = [
  learnReport(reportWith({ a: 'pass', extra: 'pass' }, noon)),
  learnHint('one', 'a', 2, noon),
  learnSolution('two', noon),
  learnTime('two', 90_000),
  learnLanguage('pt-BR'),
].reduce((one, other) => mergeProgress(one, other), noProgress);

/** The whole progress as JSON, with one value put in place. */
function changed(path: string, value: unknown): string {
  const copy = JSON.parse(JSON.stringify(whole));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((object, key) => object[key], copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return JSON.stringify(copy);
}

test.each([noProgress, whole])('what was written is read as it was', progress => {
  expect(parseProgress(JSON.stringify(progress))).toEqual({ kind: 'progress', progress });
});

test.each(['', '{', '{"schema":"lab.progress/1","challenges":{', 'null', '[]', '7', 'x'.repeat(maxCharacters + 1)])(
  'text %# is no progress',
  text => {
    expect(parseProgress(text)).toMatchObject({ kind: 'damaged', problems: [{ at: '' }] });
  },
);

test.each<[string, unknown, string]>([
  ['schema', 'lab.list/1', 'schema'],
  ['schema', undefined, 'schema'],
  ['schema', 'lab.progress/0', 'schema'],
  ['language', 'fr', 'language'],
  ['challenges', [], 'object'],
  ['challenges', undefined, 'object'],
  ['challenges.one', 4, 'object'],
  ['challenges.one.spentMs', -1, 'milliseconds'],
  ['challenges.one.spentMs', 1.5, 'milliseconds'],
  ['challenges.one.spentMs', '1', 'milliseconds'],
  ['challenges.one.completedAt', 'yesterday', 'moment'],
  ['challenges.one.completedAt', 17, 'moment'],
  ['challenges.one.best.earned', 1e300, 'whole-points'],
  ['challenges.one.objectives.a', 'x', 'moment'],
  ['challenges.one.hints.a', 4, 'hint-level'],
  ['challenges.one.lastReport.at', undefined, 'moment'],
  ['challenges.one.lastReport.met', 'a', 'list'],
  ['challenges.one.lastReport.met.0', 'A b', 'id'],
])('%s = %j is told', (at, value, expected) => {
  const parsed = parseProgress(changed(at, value));
  expect(parsed).toMatchObject({ kind: 'damaged', problems: [{ at }] });
  expect(parsed).toMatchObject({
    problems: [{ finding: { params: { at, expected: { code: `expected.${expected}` } } } }],
  });
});

test('an id that could write on the terminal is refused', () => {
  const odd = JSON.stringify({ ...noProgress, challenges: { 'x\u001b[2J': nothingYet } });
  expect(parseProgress(odd)).toMatchObject({ kind: 'damaged', problems: [{ at: 'challenges.x\uFFFD[2J' }] });
});

test('all that is wrong is told at once', () => {
  const twice = JSON.parse(changed('language', 'fr'));
  twice.challenges.two.spentMs = null;
  expect(parseProgress(JSON.stringify(twice))).toMatchObject({
    problems: [{ at: 'language' }, { at: 'challenges.two.spentMs' }],
  });
});

test('a newer version is not damaged', () => {
  expect(parseProgress('{"schema":"lab.progress/2","whatever":[]}')).toEqual({
    kind: 'newer',
    schema: 'lab.progress/2',
  });
});

test('a moment is kept in one form, and what the format does not know is left out', () => {
  const text = changed('challenges.one.firstOpenedAt', '2026-11-20T09:00:00-03:00').replace('{', '{"more":1,');
  const parsed = parseProgress(text);
  expect(parsed).toEqual({ kind: 'progress', progress: whole });
});
