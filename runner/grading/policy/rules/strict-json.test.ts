import { expect, test } from 'vitest';
import { costRatio } from '../../../test/fakes/cost-ratio.ts';
import { PolicyRefusal } from './refusal.ts';
import { parseStrictJson } from './strict-json.ts';

function codeOf(text: string | Uint8Array): string {
  try {
    parseStrictJson(typeof text === 'string' ? Buffer.from(text) : text);
    return 'read';
  } catch (error) {
    if (error instanceof PolicyRefusal) return error.refusal.code;
    throw error;
  }
}

test.each([
  ['{"a":1,"b":[{"a":1},{"a":2}],"c":{"a":"{\\"a\\":1,"}}', 'read'],
  ['{"A":1,"a":2}', 'read'],
  ['{"a":":","b":"a"}', 'read'],
  ['["a","a"]', 'read'],
  ['null', 'read'],
  ['{"a":1,"a":2}', 'duplicate-key'],
  ['{"a":1,"\\u0061":2}', 'duplicate-key'],
  ['{"x":[{"a":1,"b":{"a":1},"a":2}]}', 'duplicate-key'],
  ['{"__proto__":1,"__proto__":2}', 'duplicate-key'],
  ['{"a":1}{"a":2}', 'malformed'],
  ['{"a":1,}', 'malformed'],
  ["{'a':1}", 'malformed'],
  ['{"a":NaN}', 'malformed'],
  ['\ufeff{"a":1}', 'malformed'],
  ['{"\\ud800":1}', 'malformed'],
  ['', 'malformed'],
  [`${'['.repeat(40)}${']'.repeat(40)}`, 'malformed'],
])('%s: %s', (text, code) => {
  expect(codeOf(text)).toBe(code);
});

test('long texts are read as short ones are', () => {
  expect(codeOf(JSON.stringify({ a: 'x'.repeat(1e6), b: '\\\n'.repeat(2e5) }))).toBe('read');
});

test('what is no UTF-8 is refused, not repaired', () => {
  expect(codeOf(new Uint8Array([0x22, 0xff, 0x22]))).toBe('malformed');
  expect(codeOf(new Uint8Array([0x22, 0xc0, 0xaf, 0x22]))).toBe('malformed');
});

/** Bodies that grow with `size`, each as much trouble as its kind can be. */
const hostile: Readonly<Record<string, (size: number) => string>> = {
  'a wide array': size => `{"Env":[${'[],'.repeat(size)}1]}`,
  'many values': size => `[${'1,'.repeat(size)}1]`,
  'many keys': size => `{${Array.from({ length: size }, (_, at) => `"${at * 40_000}":1`).join(',')}}`,
  'many texts': size => `[${'"",'.repeat(size)}1]`,
  'deep arrays': size => '['.repeat(size),
};

test.each(Object.entries(hostile))('%s is refused where it is large', (_, make) => {
  expect(['too-many', 'malformed']).toContain(codeOf(make(300_000)));
  expect(codeOf(make(9))).toMatch(/read|malformed/);
});

const growing: Readonly<Record<string, (size: number) => string>> = {
  ...hostile,
  'a long text': size => JSON.stringify('x'.repeat(size)),
  'a text of escapes': size => `"${'\\n'.repeat(size)}"`,
  'a text of coded characters': size => `"${'\\u0041'.repeat(size)}"`,
  'a text without end': size => `"${'\\\\'.repeat(size)}`,
  'a long number': size => '1'.repeat(size),
  space: size => `${' '.repeat(size)}1`,
};

test.each(Object.entries(growing))('the time for %s grows no faster than it does', (_, make) => {
  const [few, many] = [Buffer.from(make(40_000)), Buffer.from(make(320_000))];
  // Eight times as much: 64 times as long, were it read again and again.
  const ratio = costRatio(
    () => codeOf(few),
    () => codeOf(many),
    32,
  );
  expect(ratio).toBeLessThan(32);
});

test.each(Object.entries(hostile))('%s costs about as much as a text of its length', (_, make) => {
  const bytes = Buffer.from(make(300_000));
  const text = Buffer.from(JSON.stringify('x'.repeat(bytes.length)));
  const ratio = costRatio(
    () => codeOf(text),
    () => codeOf(bytes),
    8,
  );
  expect(ratio).toBeLessThan(8);
});
