import { expect, test } from 'vitest';
import { languageOfEnvironment, parseLanguage } from './language.ts';

test.each([
  ['pt_BR.UTF-8', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['PT-br', 'pt-BR'],
  ['pt_PT@euro', 'pt-BR'],
  [' en_GB ', 'en'],
  ['en.UTF-8', 'en'],
  ['C.UTF-8', undefined],
  ['fr_FR', undefined],
  ['ptolemaic', undefined],
  ['', undefined],
])('“%s” asks for %s', (value, language) => {
  expect(parseLanguage(value)).toBe(language);
});

test('LC_ALL goes before LC_MESSAGES before LANG, and what is empty is not set', () => {
  expect(languageOfEnvironment({ LC_ALL: 'en_US', LC_MESSAGES: 'pt_BR', LANG: 'pt_BR' })).toBe('en');
  expect(languageOfEnvironment({ LC_ALL: '', LC_MESSAGES: 'pt_BR', LANG: 'en_US' })).toBe('pt-BR');
  expect(languageOfEnvironment({ LANG: 'pt_BR.UTF-8' })).toBe('pt-BR');
});

test('English is spoken where nothing is set, or what the lab does not speak', () => {
  expect(languageOfEnvironment({})).toBe('en');
  expect(languageOfEnvironment({ LANG: 'ja_JP', LC_MESSAGES: 'C' })).toBe('en');
});
