import { expect, test } from 'vitest';
import type { SimilarPair } from '../../gradebook/similarity.ts';
import { similarityMarkdown } from './similarity-markdown.ts';

const pair: SimilarPair = {
  first: 'ana_souza',
  second: '<script>alert(1)</script>',
  challenge: '05-api-gateway',
  score: 0.874,
  shared: 321,
  passages: [
    {
      first: { file: 'a`b.js', from: 3, to: 5, lines: ['one', '````', '</pre><b>'] },
      second: { file: '[x](y).js', from: 7, to: 70, lines: ['um'] },
    },
  ],
};

test('shows where to look', () => {
  const page = similarityMarkdown([pair], 'en');
  expect(page).toContain('05-api-gateway: about 87 % of the smaller one’s own code is in the other one, too, some 321');
  expect(page).toContain('lines 7–70 of');
  expect(page).toContain('63 more lines are not shown.');
});

test('what students have written stays text', () => {
  const page = similarityMarkdown([pair], 'pt-BR');
  expect(page).toContain('## ana\\_souza e &lt;script&gt;alert\\(1\\)&lt;/script&gt;');
  expect(page).toContain('linhas 3–5 de a\\`b.js');
  expect(page).toContain('\\[x\\]\\(y\\).js');
  expect(page).toContain('`````\none\n````\n</pre><b>\n`````');
});

test.each([
  ['en', /place.? to look[\s\S]*innocent/],
  ['pt-BR', /lugares para olhar[\s\S]*inocentes/],
] as const)('accuses nobody, in %s', (language, says) => {
  for (const page of [similarityMarkdown([], language), similarityMarkdown([pair], language)]) {
    expect(page).toMatch(says);
    expect(page).not.toMatch(/plagi|cheat|copied|suspic|cola\b|copiou|fraud|suspeit|plágio/i);
  }
});
