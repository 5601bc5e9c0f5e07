import { expect, test } from 'vitest';
import { cleaned, shortened } from './clean.ts';

test('nothing that steers a terminal, turns text around or hides in it is left, at any depth', () => {
  expect(cleaned({ a: ['x\u001b[2J\u202Ey\u200B\u0000'], n: 3, u: undefined })).toEqual({
    a: ['x[2Jy'],
    n: 3,
    u: undefined,
  });
});

test('lines, tabs, accents and joined emoji stay', () => {
  const text = 'João\n\t👩‍💻';
  expect(cleaned(text)).toBe(text);
});

test('half a character becomes a whole one, and nothing is endless', () => {
  expect(cleaned('\uD800')).toBe('\uFFFD');
  expect(cleaned('x'.repeat(1_000_000)).length).toBeLessThan(30_000);
  expect(shortened('one\n two three', 7)).toBe('one tw…');
});
