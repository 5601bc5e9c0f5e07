import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { languages } from '../base/language.ts';
import { say } from '../language/say.ts';
import { expects } from './expects.ts';
import { fields, knownFields, record } from './objects.ts';
import { problemLine } from './problem-line.ts';
import { readFormat } from './read-format.ts';

const points = v.pipe(v.number(), v.minValue(0), v.maxValue(9), v.integer(), expects(say('expected.hours'), 4));
const id = v.pipe(v.string(), v.regex(/^[a-z_]+$/), expects(say('expected.id')));
const schema = fields({
  schema: v.pipe(v.literal('lab.test/1'), expects(say('expected.schema', { schema: 'lab.test/1' }), 'lab.test/1')),
  title: v.optional(v.string()),
  list: v.optional(v.array(fields({ points }))),
  students: v.optional(record(id, fields({ points: v.optional(points) }))),
});

const problems = (text: string) => {
  const read = readFormat(text, schema);
  return read.kind === 'wrong' ? read.problems : [];
};
const lines = (text: string) => problems(text).map(problem => problemLine(problem, 'en'));
const withOne = (more: string) => `{ "schema": "lab.test/1", ${more} }`;

test('reads what is of the format, also of students whose names are those of every object', () => {
  const text = withOne('"students": { "__proto__": { "points": 1 }, "constructor": {}, "prototype": { "points": 3 } }');
  const read = readFormat(text, schema);
  const students = read.kind === 'read' ? read.value.students : {};
  expect(Object.entries(students ?? {})).toEqual([
    ['__proto__', { points: 1 }],
    ['constructor', {}],
    ['prototype', { points: 3 }],
  ]);
});

test.each([
  ['{', 'It is not valid JSON, at line 1, column 2'],
  ['['.repeat(100), 'nested more deeply'],
  ['[]', 'Expected an object, in { }; there is [].'],
  ['7', 'Expected an object, in { }; there is 7.'],
  ['{}', 'schema: expected the text "lab.test/1"; there is nothing. For example: "schema": "lab.test/1"'],
  [withOne('"title": 5'), 'title: expected a text, in quotation marks; there is 5.'],
  [withOne('"titel": "x"'), 'titel is not known. Possible here: schema, title, list, students. Did you mean title?'],
  [withOne('"list": {}'), 'list: expected a list, in [ ]; there is {}.'],
  [withOne('"list": [[]]'), 'list.0: expected an object, in { }; there is [].'],
  [
    withOne('"list": [{ "points": 1e999 }]'),
    'list.0.points: expected a number of hours, 0 or more; there is Infinity.',
  ],
  [withOne('"students": []'), 'students: expected an object, in { }; there is [].'],
  [withOne('"students": { "a": { "points": -1.5 } }'), '"points": 4'],
  [withOne('"students": { "A": {} }'), 'students.A: expected a name of lower-case letters'],
  [withOne('"students": { "constructor": 3 }'), 'students.constructor: expected an object'],
])('%s is told', (text, line) => {
  const [told, ...others] = lines(text);
  expect(told).toContain(line);
  expect(others).toEqual([]);
});

test('another version is told first, then a misspelt key, then the rest', () => {
  const all = lines('{ "title": 1, "lits": [], "schema": "lab.test/2" }');
  expect(all.map(line => line.split(/[ :]/)[0])).toEqual(['schema', 'lits', 'title']);
});

test('an example in a list has no key, and one below a number has', () => {
  const inList = fields({ list: v.array(points), challenges: record(v.string(), points) });
  const read = readFormat('{ "list": ["x"], "challenges": { "1": "x" } }', inList);
  const told = read.kind === 'wrong' ? read.problems.map(problem => problemLine(problem, 'en')) : [];
  expect(told[0]).toMatch(/For example: 4$/);
  expect(told[1]).toMatch(/For example: "1": 4$/);
});

describe.each(languages)('in %s', language => {
  test('nothing of a hostile file gets through', () => {
    const evil = '\u001b[2J\u202e\u0085\u2028\ud800';
    const text = JSON.stringify({ schema: evil.repeat(50), [evil]: 1, students: { [evil]: { points: evil } } });
    const told = problems(text).map(problem => problemLine(problem, language));
    expect(told.length).toBe(4);
    for (const line of told) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(line.length).toBeLessThan(300);
    }
  });

  test('no text of the library gets through', () => {
    const garbage = ['null', '"x"', '[1]', '{"schema":null,"title":[],"list":[1,{"points":"x"}],"students":{"a":[]}}'];
    for (const text of garbage) {
      const told = problems(text).map(problem => problemLine(problem, language));
      expect(told).not.toEqual([]);
      for (const line of told) expect(line).not.toMatch(/Invalid|received/i);
    }
  });
});

test('of thousands of faults, some are told', () => {
  const students = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`x_${index}`, 1]));
  const told = problems(JSON.stringify({ schema: 'lab.test/1', students }));
  expect(told.length).toBeGreaterThan(10);
  expect(told.length).toBeLessThanOrEqual(100);
});

test('an object of which more may be there leaves the rest out', () => {
  const lenient = knownFields({ a: v.number() });
  expect(readFormat('{ "a": 1, "b": 2, "__proto__": {} }', lenient)).toEqual({ kind: 'read', value: { a: 1 } });
  expect(readFormat('[1]', lenient).kind).toBe('wrong');
});
