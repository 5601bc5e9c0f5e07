import { expect, test } from 'vitest';
import { pathsToTry } from './visit-paths.ts';

test('what the front page names comes first, then what people usually call it, each once', () => {
  const paths = pathsToTry('<a href="/entrar">entre</a> <a href="/visitas">visitas</a>');
  expect(paths.slice(0, 2)).toEqual(['/entrar', '/visitas']);
  expect(paths.filter(path => path === '/visitas')).toHaveLength(1);
  expect(paths).toContain('/contador');
  expect(paths).not.toContain('/');
});

test('what sounds as if it removed something is left alone', () => {
  expect(pathsToTry('{"zerar": "/zerar", "reset": "/visits/reset", "apagar": "/apagar-tudo"}')).toEqual(pathsToTry(''));
});

test('what its author names comes before all that', () => {
  expect(pathsToTry('/entrar', ['/registro-novo', '/zerar', '/']).slice(0, 2)).toEqual(['/registro-novo', '/entrar']);
});
