import { expect, test } from 'vitest';
import { tellingLines } from './telling-lines.ts';

const pulls = Array.from({ length: 30 }, (_, at) => `${String(at).padStart(12, 'a')}: Pull complete`);
const steps = Array.from({ length: 20 }, (_, at) => `Step ${at + 1}/20 : RUN true`);

test.each<[string, string[], string[]]>([
  ['a short output is whole', ['one', 'Error: two'], ['one', 'Error: two']],
  [
    'an error of the engine among progress',
    [
      'Unable to find image locally',
      ...pulls,
      'starting gateway',
      'docker: Error response from daemon: Conflict. The container name "/gw" is already in use.',
      "See 'docker run --help'.",
    ],
    [
      'Unable to find image locally',
      '…',
      'starting gateway',
      'docker: Error response from daemon: Conflict. The container name "/gw" is already in use.',
      "See 'docker run --help'.",
    ],
  ],
  [
    'an error far before the end',
    [...steps, 'npm ERR! code ENOENT', ...steps, 'a', 'b', 'c', 'd'],
    ['…', 'npm ERR! code ENOENT', '…', 'b', 'c', 'd'],
  ],
  ['nothing but progress', pulls, ['…', ...pulls.slice(-3)]],
  [
    'a script in Portuguese',
    [...steps, 'subindo o banco', 'falha ao conectar: arquivo não encontrado', 'fim'],
    ['…', 'subindo o banco', 'falha ao conectar: arquivo não encontrado', 'fim'],
  ],
])('%s', (_, lines, shown) => {
  expect(tellingLines(lines)).toEqual(shown);
});

test('never more than a screen, however much went wrong', () => {
  const lines = Array.from({ length: 500 }, (_, at) => `noise ${at}\nError ${at}`.split('\n')).flat();
  expect(tellingLines(lines).length).toBeLessThanOrEqual(25);
});
