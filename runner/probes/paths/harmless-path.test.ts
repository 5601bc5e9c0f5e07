import { expect, test } from 'vitest';
import { isHarmless } from './harmless-path.ts';

test.each([
  '/delete',
  '/orders/delete/1',
  '/apagar-tudo',
  '/db/reset',
  '/shutdown',
  '/api/stopServer',
  '/logout',
  '/excluir',
  '/Parar',
])('%s is left alone', path => expect(isHarmless(path)).toBe(false));

test.each(['/', '/resumo-geral', '/comparar', '/exito', '/stopwords', '/formatar', '/para-voce', '/Pedidos/1'])(
  '%s may be asked for',
  path => expect(isHarmless(path)).toBe(true),
);
