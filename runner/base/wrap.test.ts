import { expect, test } from 'vitest';
import { wrap } from './wrap.ts';

test('lines are as full as the width allows', () => {
  expect(wrap('um dois três quatro', 8)).toEqual(['um dois', 'três', 'quatro']);
  expect(wrap('ab cd', 5)).toEqual(['ab cd']);
});

test('a word that is too long stands alone, whole', () => {
  expect(wrap('see http://a-very-long-address now', 10)).toEqual(['see', 'http://a-very-long-address', 'now']);
});

test('spaces and line ends count as one space, and nothing is no line', () => {
  expect(wrap('  a \n\n b  ', 80)).toEqual(['a b']);
  expect(wrap(' ', 80)).toEqual([]);
});
