import { describe, expect, test } from 'vitest';
import { UsageError } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { fiveChallenges } from '../../test/fakes/five-challenges.ts';
import { parseOverrides } from './parse-overrides.ts';
import { parseRubric } from './parse-rubric.ts';

const parse = (text: string, language: Language = 'en') =>
  parseRubric(text, fiveChallenges, { file: 'rubric.json', language });

function problemOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UsageError) return [error.message, error.why, ...error.next].join('\n');
    throw error;
  }
  throw new Error('nothing was wrong');
}

test('reads all of a rubric', () => {
  const rubric =
    parse(`\uFEFF{ "schema": "lab.rubric/1", "title": "Docker", "canvasAssignment": 123, "counts": [1, "02"],
    "challenges": { "1": { "points": 30.5, "bonusCap": 0, "objectives": { "no-compose": 2 } }, "sqlite": { "points": 1 } },
    "deadline": "2026-11-20 23:59-0300", "penalties": [{ "everyHours": 24, "percent": 10 }], "mostPenalty": 50,
    "submitted": { "ana": "2026-11-21T00:00:00Z" } }`);
  expect(rubric.counts).toEqual(['01-networked-containers', '02-sqlite-volume']);
  expect(rubric.challenges.get('02-sqlite-volume')?.points).toBe(1);
  expect(rubric).toMatchObject({
    title: 'Docker',
    canvasAssignment: '123',
    lateness: { deadline: '2026-11-21T02:59:00.000Z', steps: [{ kind: 'every', hours: 24, percent: 10 }], most: 50 },
  });
});

test('dates without a zone are in the class’s', () => {
  const rubric = parse(`{ "schema": "lab.rubric/1", "timezone": "America/Manaus", "deadline": "2026-11-20T23:59",
    "submitted": { "ana": "2026-11-20 22:00", "bia": "2026-11-20T22:00Z" } }`);
  expect(rubric.timezone).toBe('America/Manaus');
  expect(rubric.lateness?.deadline).toBe('2026-11-21T03:59:00.000Z');
  expect([...rubric.submitted.values()]).toEqual(['2026-11-21T02:00:00.000Z', '2026-11-20T22:00:00.000Z']);
});

test('Compose is translated only where the rubric says so', () => {
  expect(parse('{ "schema": "lab.rubric/1" }').translatesCompose).toBe(false);
  expect(parse('{ "schema": "lab.rubric/1", "compose": "translate" }').translatesCompose).toBe(true);
});

describe('says what is wrong, and where', () => {
  const with1 = (fields: string) => `{ "schema": "lab.rubric/1", ${fields} }`;
  test.each([
    ['{ "schema": "lab.rubric/1",\n  "title": oops }', ['line 2']],
    ['', ['not valid JSON']],
    ['[]', ['an object', '[]']],
    ['{}', ['lab.rubric/1']],
    ['{ "schema": "lab.rubric/2" }', ['schema', 'lab.rubric/2']],
    [with1('"titel": "x"'), ['titel', 'Did you mean title?']],
    [with1('"compose": true'), ['compose', 'the word "translate"']],
    [with1('"titel": "x", "dedline": 1'), ['titel', 'dedline', 'Did you mean deadline?']],
    [with1('"challenges": { "9": {} }'), ['challenges.9', '05-api-gateway']],
    [with1('"challenges": { "01-network-containers": {} }'), ['Did you mean 01-networked-containers?']],
    [with1('"challenges": { "1": {}, "01": {} }'), ['challenges.01', 'twice']],
    [with1('"challenges": { "1": { "point": 2 } }'), ['challenges.1.point', 'Did you mean points?']],
    [with1('"challenges": { "1": { "points": "ten" } }'), ['challenges.1.points', '"ten"', '"points": 20']],
    [with1('"challenges": { "1": { "points": -1 } }'), ['challenges.1.points', '-1']],
    [with1('"challenges": { "1": { "points": 1.005 } }'), ['challenges.1.points', 'two decimals']],
    [with1('"challenges": { "1": { "points": 1e300 } }'), ['challenges.1.points']],
    [with1('"challenges": { "1": { "objectives": { "by-nam": 1 } } }'), ['Did you mean by-name?']],
    [with1('"deadline": "2026-11-20T23:59"'), ['deadline', 'zone', '-03:00']],
    [with1('"deadline": "2026-02-30T23:59Z"'), ['deadline']],
    [with1('"penalties": []'), ['deadline']],
    ['{ "deadline": "2026-11-20T23:59Z" }', ['schema: expected the text', '"schema": "lab.rubric/1"']],
    [with1('"timezone": "Brasilia"'), ['timezone', 'America/Sao_Paulo']],
    [with1('"submitted": { "bia": "2026-11-20 08:00" }'), ['submitted.bia', 'timezone']],
    [
      with1(
        '"deadline": "2026-11-20T23:59Z", "penalties": [{ "afterHours": 2, "percent": 1 }, { "everyHours": 2, "percent": 3 }, { "afterHours": 2, "percent": 9 }]',
      ),
      ['penalties.2.afterHours', 'penalties.0'],
    ],
    [
      with1(
        '"deadline": "2026-11-20T23:59Z", "penalties": [{ "everyHours": 12, "percent": 1 }, { "everyHours": 12, "percent": 9 }]',
      ),
      ['penalties.1.everyHours', 'penalties.0'],
    ],
    [with1('"deadline": "2026-11-20T23:59Z", "penalties": [{ "percent": 1 }]'), ['penalties.0', 'everyHours']],
    [with1('"deadline": "2026-11-20T23:59Z", "penalties": [{ "everyHours": 0, "percent": 1 }]'), ['everyHours']],
    [with1('"deadline": "2026-11-20T23:59Z", "penalties": [{ "afterHours": 0, "percent": 101 }]'), ['percent', '101']],
    [with1('"submitted": { "ana": 5 }'), ['submitted.ana']],
    [with1('"submitted": []'), ['submitted', 'an object']],
    [with1('"counts": [1, "nine"]'), ['counts.1', '"nine"'.slice(1, -1), '05-api-gateway']],
    [with1('"counts": [[1]]'), ['counts.0', 'the number or the id of a challenge', '[1]', 'For example: 1']],
    [with1('"counts": 1'), ['counts', '[1, 2, 3]']],
    [with1('"challenges": { "1": [] }'), ['challenges.1', '{ "points": 20, "bonusCap": 2 }']],
    [with1('"challenges": { "__proto__": {} }'), ['challenges.__proto__', 'not known']],
    [with1('"challenges": { "1": { "objectives": { "constructor": 1 } } }'), ['objectives.constructor', 'not known']],
    [with1('"challenges": { "1": { "points": 1e999 } }'), ['challenges.1.points', 'Infinity']],
    [
      with1('"deadline": "2026-11-20T23:59Z", "penalties": [{ "everyHours": 1, "afterHours": 1, "percent": 1 }]'),
      ['penalties.0', 'either'],
    ],
    [with1('"deadline": "2026-11-20T23:59Z", "penalties": [{ "afterHours": 1 }]'), ['penalties.0.percent', 'nothing']],
    [with1('"mostPenalty": 5'), ['deadline', 'nothing']],
    ['['.repeat(100), ['nested more deeply']],
    [with1('"canvasAssignment": "x)"'), ['canvasAssignment']],
  ])('%s', (text, words) => {
    const problem = problemOf(() => parse(text));
    for (const word of ['rubric.json', ...words]) expect(problem).toContain(word);
    expect(problemOf(() => parse(text, 'pt-BR'))).not.toBe(problem);
  });

  test('all of it at once, and nothing of it commands a terminal', () => {
    const evil = '\u001b[2J\u202e\u2028';
    const fields = { title: 1, counts: [evil], challenges: { [evil]: { points: evil } }, [evil]: evil };
    const problem = problemOf(() => parse(JSON.stringify({ schema: 'lab.rubric/1', ...fields })));
    for (const place of ['title: expected', '.points: expected', 'is not known']) expect(problem).toContain(place);
    expect(problem.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  });

  test('all of a challenge’s points may not be 0', () => {
    const zero = Object.fromEntries(fiveChallenges[0]?.objectives.map(({ id }) => [id, 0]) ?? []);
    const text = JSON.stringify({ schema: 'lab.rubric/1', challenges: { 1: { objectives: zero } } });
    expect(problemOf(() => parse(text))).toContain('challenges.1.objectives');
  });
});

test('overrides are read with the same care, and may name anybody', () => {
  const overridesOf = (text: string) =>
    parseOverrides(text, fiveChallenges, { file: 'overrides.json', language: 'en' });
  const read = overridesOf(
    '{ "schema": "lab.overrides/1", "students": { "__proto__": { "final": 3 }, "=x": { "comment": "\\ud800" } } }',
  );
  expect([...read.students.keys()]).toEqual(['__proto__', '=x']);
  expect(
    problemOf(() => overridesOf('{ "schema": "lab.overrides/1", "students": { "ana": { "finl": 3 } } }')),
  ).toContain('Did you mean final?');
  expect(problemOf(() => overridesOf('{ "schema": "lab.overrides/1", "students": { "ana": 3 } }'))).toContain(
    'students.ana',
  );
});
