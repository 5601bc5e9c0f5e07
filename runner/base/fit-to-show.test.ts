import { describe, expect, test } from 'vitest';
import { fitToShow, isFitToShow } from './fit-to-show.ts';

const hostile: readonly (readonly [what: string, text: string, shown: string])[] = [
  ['a colour', 'a\u001b[31mb', 'a[31mb'],
  ['the title of a window', '\u001b]0;owned\u0007x', ']0;ownedx'],
  ['a sequence of one byte', 'a\u009b31mb', 'a31mb'],
  ['a bell, a backspace, nothing at all', 'a\u0007\b\0b', 'ab'],
  ['line ends of all kinds', 'a\nb\rc\u0085d\u2028e\u2029f\u000bg\u000ch', 'abcdefgh'],
  ['what turns the direction', 'a\u202egnp.exe\u2066b\u2069', 'agnp.exeb'],
  ['what hides', 'pay\u200bpal\ufeff\u00ad\u2060', 'paypal'],
  ['tags, which nobody sees', 'x\u{e0041}\u{e007f}', 'x'],
  ['half of a pair', 'a\ud800b', 'ab'],
  ['what is no character', 'a\ufffe\uffffb', 'ab'],
];

test.each(hostile)('%s is taken out', (_, text, shown) => {
  expect(fitToShow(text)).toBe(shown);
  expect(isFitToShow(text)).toBe(false);
  expect(isFitToShow(shown)).toBe(true);
});

test.each(['Ana Souza', 'João Conceição', 'e\u0301', '👩‍💻', '👍🏽', '学生', 'می‌خواهم', 'ﬁ €5 – “x”', ''])(
  '%s stays',
  text => {
    expect(fitToShow(text)).toBe(text);
    expect(isFitToShow(text)).toBe(true);
  },
);

test('something may stand for what was taken out', () => {
  expect(fitToShow('a\u202e\u001bb', { instead: '\ufffd' })).toBe('a\ufffd\ufffdb');
});

test('private use and what is not assigned are taken out where that is asked for', () => {
  expect(fitToShow('a\ue0a0\u{10ffff}\u0378b')).toBe('a\ue0a0\u{10ffff}\u0378b');
  expect(fitToShow('a\ue0a0\u{f0000}\u0378b\n', { strict: true, instead: '?' })).toBe('a???b?');
});

test('where there is room for lines, their ends and tabs stay, and nothing else', () => {
  expect(fitToShow('a\tb\nc\r\u001b\u2028d', { lines: true })).toBe('a\tb\ncd');
});

describe('what is long is cut', () => {
  test('to so many characters, the sign for it included', () => {
    expect(fitToShow('abcde', { max: 5 })).toBe('abcde');
    expect(fitToShow('abcdef', { max: 5 })).toBe('abcd…');
    expect(fitToShow('👍👍👍', { max: 3 })).toBe('👍👍👍');
    expect(fitToShow('👍👍👍👍', { max: 3 })).toBe('👍👍…');
  });

  test('and no half of a pair is left where it was', () => {
    for (let max = 1; max < 12; max += 1) expect(fitToShow('👍'.repeat(40), { max }).isWellFormed()).toBe(true);
    expect([...fitToShow(`a${'👍'.repeat(4_000)}`, { max: 100 })]).toHaveLength(100);
  });

  test('however long it is', () => {
    expect([...fitToShow('\u001b'.repeat(10_000_000), { max: 80 })].length).toBeLessThanOrEqual(80);
  });
});
