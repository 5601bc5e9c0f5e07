import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isJsonObject } from '../base/parse-json.ts';
import { problemLines } from '../format/problem-line.ts';
import { readFormat } from '../format/read-format.ts';
import { schemaProblems } from '../test/fakes/schema-problems.ts';
import { formats } from './formats.ts';
import { type Format, jsonSchemaOf, schemaFile } from './json-schema.ts';

const docs = join(import.meta.dirname, '../../docs');

test.each(formats)('docs/schemas has $name: npm run docs', format => {
  expect(readFileSync(join(docs, 'schemas', schemaFile(format)), 'utf8')).toBe(jsonSchemaOf(format));
});

test('docs/schemas has nothing else', () => {
  expect(readdirSync(join(docs, 'schemas')).toSorted()).toEqual(formats.map(schemaFile).toSorted());
});

/** The documents in the manual that say which format they are in, or belong to one that does not say it. */
const documents = ['grading.md', 'grading.pt-BR.md', 'progress.md', '../README.md', '../README.pt-BR.md'].flatMap(
  page =>
    [...readFileSync(join(docs, page), 'utf8').matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => {
      const value: unknown = JSON.parse(text);
      const name = isJsonObject(value) && typeof value.schema === 'string' ? value.schema : 'lab.json';
      return { page, name, text };
    }),
);

function formatOf(name: string): Format {
  const format = formats.find(one => one.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return format;
}

test.each(documents)('the $name in $page is one, to us and to others', ({ name, text }) => {
  const format = formatOf(name);
  expect(readFormat(text, format.schema).kind).toBe('read');
  expect(schemaProblems(JSON.parse(text), JSON.parse(jsonSchemaOf(format)))).toEqual([]);
});

test.each(formats)('what is wrong with garbage in place of $name is told in our words', ({ schema }) => {
  for (const text of ['null', '[]', '7', '"x"', '{ "schema": [], "__proto__": 1, "x": {} }']) {
    const read = readFormat(text, schema);
    expect(read.kind).toBe('wrong');
    expect(JSON.stringify(read)).not.toMatch(/Invalid|received/i);
  }
});

/** The value with one place of it taken by something else, for every place. */
function* spoilt(value: unknown, by: unknown): Generator<unknown> {
  yield by;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value))
    for (const other of spoilt(one, by))
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
}

/** What programs write is read by programs: nobody is told how to mend it. */
const byPeople = documents.filter(({ name }) => name !== 'lab.verify/2');

test.each(byPeople)(
  'whatever stands in a place of the $name in $page, what is expected there is told',
  ({ name, text }) => {
    const { schema } = formatOf(name);
    for (const garbage of [null, -1, 0.001, 1e300, [], [[]], {}, { '\u001b': {} }, '\u001b[2J', true])
      for (const value of spoilt(JSON.parse(text), garbage)) {
        const read = readFormat(JSON.stringify(value), schema);
        const told = read.kind === 'wrong' ? problemLines(read.problems, 'en') : '';
        expect(told.replaceAll('\n', '')).not.toMatch(/something else|Invalid|received|\p{Cc}/u);
      }
  },
);
