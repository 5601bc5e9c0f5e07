import { expect, test } from 'vitest';
import { inline, span } from '../base/text/line.ts';
import { wrap } from './text/wrap.ts';
import { isDim, isLight, toneColour } from './tones.ts';

test('signs and bold words are coloured, sentences and quiet text are not', () => {
  expect(toneColour(span('✔ met', 'good'), true)).toBe('green');
  expect(toneColour(span('docker network create app-net', 'accent', true), true)).toBe('cyan');
  expect(toneColour(span('█████████████████████', 'accent'), true)).toBe('cyan');
  expect(toneColour(span('Every required objective is met.', 'good'), true)).toBeUndefined();
  expect(toneColour(span('later', 'quiet'), true)).toBeUndefined();
  expect(toneColour(span('✔ met', 'good'), false)).toBeUndefined();
});

test('labels and rules are dim, sentences are not', () => {
  expect(isDim(span('12:00:01', 'quiet'))).toBe(true);
  expect(isDim(span('────────────────────', 'quiet'))).toBe(true);
  expect(isDim(span('An API that records each access', 'quiet'))).toBe(false);
  expect(isDim(span('12:00:01', 'good'))).toBe(false);
});

test('a sentence stays one when it is broken into lines', () => {
  const words = wrap(inline('Every `required` objective is met.', 'good'), 12).flat();
  expect(words.map(part => toneColour(part, true))).toContain('green');
  expect(words.filter(part => toneColour(part, true) === 'green').map(({ text }) => text)).toEqual(['required']);
  expect(wrap(inline('later than you think', 'quiet'), 8).flat().some(isDim)).toBe(false);
  expect(inline('later', 'quiet').every(isDim)).toBe(true);
});

test('what is pale on a light background has another colour there', () => {
  expect(toneColour(span('!', 'warn'), 'light')).toBe('magenta');
  expect(toneColour(span('Enter', 'accent', true), 'light')).toBe('blue');
  expect(toneColour(span('✖', 'bad'), 'light')).toBe('red');
});

test.each([
  [{}, false],
  [{ COLORFGBG: '15;0' }, false],
  [{ COLORFGBG: '0;15' }, true],
  [{ COLORFGBG: '0;default;15' }, true],
  [{ COLORFGBG: '0;7' }, true],
  [{ COLORFGBG: '7;8' }, false],
  [{ COLORFGBG: 'default;default' }, false],
])('%j: light %j', (env, expected) => {
  expect(isLight(env)).toBe(expected);
});
