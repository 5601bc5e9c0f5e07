import { describe, expect, test } from 'vitest';
import { isEnough, saidIn, shownIn } from './shown-data.ts';

const products = JSON.stringify([
  { id: 1, name: 'Café da manhã', price: 12.5, active: true },
  { id: 2, name: 'Pão & queijo', price: 1234.56 },
]);
const shows = (provider: string, consumer: string) => isEnough(shownIn(saidIn(provider), consumer));

describe('data of the provider are recognised', () => {
  test.each([
    ['as they were', products],
    ['under other names', '{"itens":[{"nome":"Café da manhã"}]}'],
    ['in capitals without accents', 'CAFE DA MANHA custa pouco'],
    ['in a page, escaped', '<ul><li>P&atilde;o &amp; queijo</li></ul>'],
    ['in JSON with escapes, within JSON', JSON.stringify({ raw: '[{"name": "Caf\\u00e9 da manh\\u00e3"}]' })],
    ['as numbers alone, written in Brazil', 'R$ 12,50 e R$ 1.234,56'],
    ['as numbers and their sum', '{"first":1234.56,"total":1247.06}'],
  ])('%s', (_, consumer) => expect(shows(products, consumer)).toBe(true));

  test('from a page or plain text', () => {
    expect(shows('<h1>Catálogo</h1><li>Guarda-chuva azul</li>', 'temos: guarda-chuva azul')).toBe(true);
    expect(shows('banana,3\nabacaxi,4\n', '{"frutas":["banana"]}')).toBe(true);
  });

  test('shortened, where the text is long', () => {
    const quote = 'A persistência é o caminho do êxito, disse alguém há muito tempo';
    expect(shows(JSON.stringify({ quote }), 'Hoje: "a persistência é o caminho do êxito"')).toBe(true);
  });
});

describe('other things are not', () => {
  test.each([
    ['trivial values', '{"status":"ok","n":2,"up":true}', '{"status":"ok","n":2,"up":true}'],
    ['times', '{"at":"2026-11-21T01:00:00Z","ms":1763686800000}', '{"at":"2026-11-21T01:00:00Z","ms":1763686800000}'],
    ['one number', products, 'there are 1234.56 things'],
    ['parts of words', '{"name":"pão"}', 'o campeão sapaopa'],
    ['keys', '{"product":"x1"}', '{"product":"other"}'],
    ['another answer', products, '{"itens":["Chá","Bolo"],"total":3}'],
  ])('%s', (_, provider, consumer) => expect(shows(provider, consumer)).toBe(false));
});

test('what says nothing that could be recognised says nothing', () => {
  expect(saidIn('{"status":"ok","count":3,"at":"2026-11-21T01:00:00Z"}')).toEqual({ texts: [], numbers: [] });
  expect(saidIn('')).toEqual({ texts: [], numbers: [] });
});
