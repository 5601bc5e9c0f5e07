import { expect, test } from 'vitest';
import { isJsonObject, parseJson } from './parse-json.ts';

test.each([['{"a":[1,{"b":"[{"}]}'], ['\uFEFF[]'], ['null'], ['"\\"["'], ['1e999']])('%s is JSON', text => {
  expect(parseJson(text)).toEqual({ kind: 'json', value: JSON.parse(text.replace('\uFEFF', '')) });
});

test.each([
  ['', 1, 1],
  ['{ "a": 1,\n  "b": oops }', 2, 8],
  ['{\n  "a": "b"\n', 3, 1],
  [`{ "a": "${'x'.repeat(200)}",\n "b": ] }`, 2, 7],
])('%j stops being JSON at line %i, column %i', (text, line, column) => {
  expect(parseJson(text)).toEqual({ kind: 'not-json', at: { line, column } });
});

test('what is nested too deeply is refused, however deep, in moments', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(parseJson(nested(64)).kind).toBe('json');
  expect(parseJson(nested(65)).kind).toBe('too-deep');
  expect(parseJson('{"a":'.repeat(2_000_000)).kind).toBe('too-deep');
});

test('brackets in a text are no depth', () => {
  expect(parseJson(JSON.stringify('[{"\\'.repeat(1_000))).kind).toBe('json');
});

test('keys such as __proto__ are keys, and the last of two counts', () => {
  const parsed = parseJson('{ "__proto__": { "admin": true }, "a": 1, "a": 2 }');
  const value = parsed.kind === 'json' && isJsonObject(parsed.value) ? parsed.value : {};
  expect(Object.keys(value)).toEqual(['__proto__', 'a']);
  expect(value.a).toBe(2);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test.each([[null], [[]], ['x'], [undefined]])('%j is no object', value => {
  expect(isJsonObject(value)).toBe(false);
});
