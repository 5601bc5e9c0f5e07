import { expect, test } from 'vitest';
import { byName } from './by-name.ts';

test.each([
  [
    ['grupo 10', 'Grupo 2', 'grupo 1'],
    ['grupo 1', 'Grupo 2', 'grupo 10'],
  ],
  [
    ['Zé', 'Álvaro', 'bia', 'Ana', 'Eva', 'Érica'],
    ['Álvaro', 'Ana', 'bia', 'Érica', 'Eva', 'Zé'],
  ],
  [
    ['d10', 'd9', 'D9'],
    ['d9', 'D9', 'd10'],
  ],
])('%j', (names, sorted) => {
  for (const language of ['en', 'pt-BR'] as const)
    for (const given of [names, names.toReversed()])
      expect(given.toSorted(byName(language, name => name))).toEqual(sorted);
});
