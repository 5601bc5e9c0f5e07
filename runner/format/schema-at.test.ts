import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fields, record } from './objects.ts';
import { keySchemaOf, keysOf, schemaAt } from './schema-at.ts';

const leaf = v.number();
const key = v.string();
const whole = v.pipe(
  fields({
    list: v.optional(v.array(fields({ leaf }))),
    by: record(
      key,
      v.pipe(
        v.optional(leaf),
        v.check(() => true),
      ),
    ),
  }),
  v.check(() => true),
);

test('finds the schema of a place below objects, lists and records, whatever may be left out', () => {
  expect(schemaAt(whole, [])).toBe(whole);
  expect(schemaAt(whole, ['list', 3, 'leaf'])).toBe(leaf);
  expect(schemaAt(whole, ['by', 'anybody'])).toBe(leaf);
});

test.each([[['nothing']], [['toString']], [['__proto__']], [['list', 0, 'other']], [['by', 'a', 'b']]])(
  '%j is no place',
  path => {
    expect(schemaAt(whole, path)).toBeUndefined();
  },
);

test('tells which keys there may be, or what they have to be', () => {
  expect(keysOf(whole)).toEqual(['list', 'by']);
  expect(keysOf(leaf)).toBeUndefined();
  expect(keySchemaOf(whole)).toBeUndefined();
  expect(keySchemaOf(record(key, leaf))).toBe(key);
});
