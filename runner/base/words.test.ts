import { expect, test } from 'vitest';
import { code, codeList, codesIn, listIn, seconds, sentence } from './words.ts';

test('lists are as each language writes them', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listIn('en'))).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listIn('pt-BR'))).toEqual(['', 'a', 'a e b', 'a, b e c']);
  expect(codesIn('pt-BR')(['api', 'db'])).toBe('`api` e `db`');
  expect(codeList(['api', 'db'])).toBe('`api`, `db`');
});

test('what stands within a sentence', () => {
  expect([code('docker ps'), seconds(400), seconds(12_345), sentence('the server'), sentence('')]).toEqual([
    '`docker ps`',
    '1 s',
    '12 s',
    'The server',
    '',
  ]);
});
