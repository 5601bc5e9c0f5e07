import { expect, test } from 'vitest';
import { fiveChallenges } from '../../../../test/fakes/five-challenges.ts';
import { sectionOn } from './readme-section.ts';

const sections = (markdown: string) =>
  fiveChallenges
    .slice(0, 3)
    .map(challenge => sectionOn(challenge, markdown, fiveChallenges).split('\n').filter(Boolean));

test('each challenge has what stands under its heading, with the headings below that', () => {
  const readme = '# Trabalho\nx\n## Desafio 1\na\n### Como rodar\nb\n## Desafio 2 - SQLite\nc\n## Autores\nd\n';
  expect(sections(readme)).toEqual([['## Desafio 1', 'a', '### Como rodar', 'b'], ['## Desafio 2 - SQLite', 'c'], []]);
});

test('a bold line is a heading, and what is in a block is none', () => {
  const readme = '**Desafio 1:**\n```\n# Desafio 2\ndocker run a\n```\n**Passos**\nb\n\n__Challenge 3__\nc\n';
  expect(sections(readme)).toEqual([
    ['**Desafio 1:**', '```', '# Desafio 2', 'docker run a', '```', '**Passos**', 'b'],
    [],
    ['__Challenge 3__', 'c'],
  ]);
});

test('what is said in several places is put together', () => {
  const readme = '# Build\n## Desafio 1\na\n## Desafio 2\nb\n# Run\n## Desafio 1\nc\n';
  expect(sections(readme).slice(0, 2)).toEqual([
    ['## Desafio 1', 'a', '## Desafio 1', 'c'],
    ['## Desafio 2', 'b'],
  ]);
});

test('headings of any form divide as well, at any depth', () => {
  for (const [one, two] of [
    ['Desafio 1\n---------', 'Desafio 2\n---------'],
    ['<h3 id="a">Desafio 1</h3>', '<h3>Desafio 2</h3>'],
    ['#Desafio 1', '#######Desafio 2'],
    ['<details><summary>Desafio 1</summary>', '<details><summary>Desafio 2</summary>'],
    ['DESAFIO 1', 'Desafio 2: banco'],
    ['1. **Desafio 1**', '2. **Desafio 2**'],
  ]) {
    const found = sections(`${one}\n\n#### Como rodar\na\n${two}\nb\n`);
    expect(found[0]?.at(-1)).toBe('a');
    expect(found[1]?.at(-1)).toBe('b');
  }
});

test('headings that name no challenge for sure divide nothing', () => {
  expect(sections('# 1. Rede\na\n# Passo 2\nb\n')).toEqual([[], [], []]);
});

test('a challenge that is not graded ends what is said about one that is', () => {
  const [first] = fiveChallenges;
  if (first === undefined) throw new Error('there is no challenge');
  expect(sectionOn(first, '**Desafio 1**\na\n**Desafio 2**\nb\n', [first])).toBe('**Desafio 1**\na');
});
