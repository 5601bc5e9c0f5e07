import { expect, test } from 'vitest';
import { UsageError } from '../../base/errors.ts';
import { globalsOf } from './globals.ts';

test.each([
  [['list'], {}, 'en'],
  [['list'], { LANG: 'pt_BR.UTF-8' }, 'pt-BR'],
  [['list'], { LANG: 'pt_BR.UTF-8', LC_ALL: 'C' }, 'en'],
  [['--lang', 'pt', 'list'], {}, 'pt-BR'],
  [['list', '--lang', 'pt-br'], {}, 'pt-BR'],
  [['list', '--lang=pt_BR'], {}, 'pt-BR'],
  [['list', '--lang=pt', '--lang', 'en'], { LANG: 'pt' }, 'en'],
  [['list', '--', '--lang', 'pt'], {}, 'en'],
  [['list', '--lang'], {}, 'en'],
])('%j with %j speaks %s', (argv, env, language) => {
  expect(globalsOf(argv, env).language).toBe(language);
});

test('it is known whether the language was asked for', () => {
  expect(globalsOf(['list'], { LANG: 'pt' }).languageIsAsked).toBe(false);
  expect(globalsOf(['list', '--lang', 'en'], {}).languageIsAsked).toBe(true);
});

test.each([['--lang', 'klingon'], ['--lang='], ['list', '--lang', '-1']])('%s %s is wrong usage', (...argv) => {
  expect(() => globalsOf(argv, { LANG: 'pt_BR' })).toThrow(UsageError);
  expect(() => globalsOf(argv, { LANG: 'pt_BR' })).toThrow('não é um valor');
});

test('a screen reader is told of by an option, or as other programs are told', () => {
  expect(globalsOf(['--screen-reader'], {}).screenReader).toBe(true);
  expect(globalsOf([], { INK_SCREEN_READER: 'true' }).screenReader).toBe(true);
  expect(globalsOf(['list', '--', '--screen-reader'], { INK_SCREEN_READER: 'no' }).screenReader).toBe(false);
});

test('colour can be switched off on either side of the verb', () => {
  expect(globalsOf(['--no-color', 'list'], {}).noColour).toBe(true);
  expect(globalsOf(['list', '--no-color'], {}).noColour).toBe(true);
  expect(globalsOf(['list', '--', '--no-color'], {}).noColour).toBe(false);
});
