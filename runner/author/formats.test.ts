import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFormat } from '../format/read-format.ts';
import { formats } from './formats.ts';
import { jsonSchemaOf, schemaFile } from './json-schema.ts';

const docs = join(import.meta.dirname, '../../docs');

test.each(formats)('docs/schemas has $name: npm run docs', format => {
  expect(readFileSync(join(docs, 'schemas', schemaFile(format)), 'utf8')).toBe(jsonSchemaOf(format));
});

test.each(formats)('what is wrong with garbage in place of $name is told in our words', ({ schema }) => {
  for (const text of ['null', '[]', '7', '"x"', '{ "schema": [], "__proto__": 1, "x": {} }']) {
    const read = readFormat(text, schema);
    expect(read.kind).toBe('wrong');
    expect(JSON.stringify(read)).not.toMatch(/Invalid|received/i);
  }
});
