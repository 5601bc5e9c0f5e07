import { expect, test } from 'vitest';
import { namedSubmissions } from './named-submissions.ts';

test('whatever the case and accents, where only one can be meant', () => {
  const ids = ['José Luz', 'ana', 'Ana', 'grupo-7'];
  const found = namedSubmissions(['jose luz', 'ana', 'GRUPO-7', 'ÁNA', 'eva'], ids);
  expect([...found.ids]).toEqual(['José Luz', 'ana', 'grupo-7']);
  expect(found.unknown).toEqual(['ÁNA', 'eva']);
});
