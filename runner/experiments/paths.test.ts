import { expect, test } from 'vitest';
import { pathsIn, usualPaths } from './paths.ts';

test('the usual paths are paths, each once, the front page first', () => {
  expect(usualPaths[0]).toBe('/');
  expect(new Set(usualPaths).size).toBe(usualPaths.length);
  for (const path of usualPaths) expect(path).toMatch(/^\/[a-z\d/]*$/);
});

test.each([
  ['<a href="/relatorio">r</a><h1>x</h1>', ['/relatorio']],
  ['{"rotas":["/pedidos","GET /resumo/"]}', ['/pedidos', '/resumo']],
  ['try /orders/:id, /items/{id} or /users/<int:id>', ['/orders/1', '/items/1', '/users/1']],
  ['see http://other:8080/x and a/b and </p>', []],
  ['<link href="/style.css"><a href="/loja">', ['/loja']],
  ['Cannot GET /', []],
])('%s names %s', (text, paths) => expect(pathsIn(text)).toEqual(paths));

test('however many a text names, only some are taken', () => {
  expect(pathsIn(Array.from({ length: 100 }, (_, index) => `"/p${index}"`).join(' '))).toHaveLength(20);
});
