import { expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import { type Language, languages } from '../base/language.ts';
import { tellBinding } from '../verdict/tell-report.ts';
import type { Binding } from './binding.ts';
import { bindingReport } from './binding-report.ts';

const toldIn = (language: Language, of: Binding, wasAsked = false) =>
  tellBinding(bindingReport(of, wasAsked), challenge, language);
const binding = (change: Partial<Binding>): Binding => ({
  role: 'server',
  container: 'id',
  name: 'api',
  how: 'name',
  clues: [],
  candidates: [],
  ...change,
});

test('the two strongest reasons are told, each once, and not what speaks for anybody', () => {
  const clues: Binding['clues'] = [
    { kind: 'word', weight: 5, word: 'api' },
    { kind: 'running', weight: 2 },
    { kind: 'listens', weight: 2 },
    { kind: 'mentions', weight: 7, other: 'cliente' },
    { kind: 'mentions', weight: 7, other: 'cliente' },
    { kind: 'network', weight: 4, network: 'rede', other: 'cliente' },
  ];
  const report = toldIn('en', binding({ clues }));
  expect(report).toMatchObject({ role: 'server', title: 'the server', name: 'api', how: 'name' });
  expect(report.because).toBe('its name says “api”, it was told of `cliente` when it started');
});

test('nobody found says so differently where a name was given', () => {
  const none = binding({ how: 'none', container: undefined, name: undefined });
  expect(toldIn('en', none, true).because).toContain('--bind');
  expect(toldIn('en', none, true).because).not.toBe(toldIn('en', none).because);
});

test.each(languages)('several that could be meant are all named (%s)', language => {
  const report = toldIn(language, binding({ how: 'ambiguous', candidates: ['cli-a', 'cli-b'] }));
  expect(report.candidates).toEqual(['cli-a', 'cli-b']);
  expect(report.because).toMatch(/`cli-a`.*`cli-b`.*--bind/);
});

test.each(languages)('what was left out is named, with the challenge that it is a part of (%s)', language => {
  const leftOut = { name: 'web', challenge: 4 };
  const none = binding({ how: 'none', container: undefined, name: undefined, leftOut });
  expect(toldIn(language, none).because).toMatch(/`web`.* 4\b.*--bind/);
  const found = binding({ clues: [{ kind: 'speaks', weight: 8, protocol: 'redis' }], leftOut });
  expect(toldIn(language, found).because).toMatch(/Redis, `web`.* 4$/);
});

test('what a program names in its files is not told as what it was told of', () => {
  const because = (clue: Binding['clues'][number]) => toldIn('en', binding({ clues: [clue] })).because;
  const mentions = { kind: 'mentions', weight: 7, other: 'loja', inProgram: true } as const;
  expect(because(mentions)).toBe('its program names `loja`');
  expect(because({ ...mentions, byOther: true })).toBe('the program of `loja` names it');
});

test.each([
  ['running', 'it runs, while `api-old` does not'],
  ['latest', 'it was created after `api-old`, of which it is a copy'],
] as const)('why another was passed over is told: %s', (why, because) => {
  const report = toldIn('en', binding({ preferred: { why, over: ['api-old'] } }));
  expect(report.because).toBe(because);
});

test('a folder of the host is told as one', () => {
  const clues: Binding['clues'] = [{ kind: 'binds', weight: 6, folder: '/home/ana/pasta' }];
  expect(toldIn('en', binding({ clues })).because).toBe(
    'it keeps what it writes in `/home/ana/pasta`, a folder of the host',
  );
});
