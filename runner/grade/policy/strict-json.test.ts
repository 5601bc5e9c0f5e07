import { expect, test } from 'vitest';
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
