import { expect, test } from 'vitest';
import { inOrder, pathsIn, usualPaths } from './paths.ts';

test('the usual paths are paths, each once, the front page first', () => {
  expect(usualPaths[0]).toBe('/');
  expect(new Set(usualPaths).size).toBe(usualPaths.length);
  for (const path of usualPaths) expect(path).toMatch(/^\/[a-z\d/-]*$/);
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

test('what a text names is not asked for where it sounds as if it ended something', () =>
  expect(pathsIn('/orders /orders/reset /shutdown /logout /comparar')).toEqual(['/orders', '/comparar']));

test('pages that say only whether a service lives come last, whoever names them', () => {
  expect(inOrder(['/health', '/a'], ['/b', '/a'], ['/saude', '/c'])).toEqual(['/a', '/b', '/c', '/health', '/saude']);
  const health = usualPaths.findIndex(path => /health|saude|status|ping/.test(path));
  expect(inOrder(usualPaths)).toEqual(usualPaths);
  expect(health).toBeGreaterThan(usualPaths.length - 10);
});
