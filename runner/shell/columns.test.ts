import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { textWidth } from '../base/text/width.ts';
import { columnsOf, glyphOf, joins } from './columns.ts';

/** The width that Ink counts with. */
const fromInk = createRequire(createRequire(import.meta.url).resolve('ink'));
const { default: inkWidth } = (await import(pathToFileURL(fromInk.resolve('string-width')).href)) as {
  default: (text: string) => number;
};

it('draws every character there is as wide as its cells, for Ink and for the lab', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code < 0x20010; code += isAlike(code) ? 97 : 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const width = columnsOf(code);
    if (width === 0) continue;
    const glyph = glyphOf(String.fromCodePoint(code), width);
    if (inkWidth(glyph) !== width || textWidth(glyph) !== width) wrong.push(`U+${code.toString(16)} ${width}`);
  }
  expect(wrong).toEqual([]);
}, 30_000);

/** Thousands of ideographs and syllables, and planes of rare scripts: some of them tell of all. */
function isAlike(code: number): boolean {
  return (code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code < 0xf000) || (code >= 0x10000 && code < 0x16000);
}

it.each([
  ['e\u0301', 1, 'é'],
  ['q\u0301', 1, 'q\u0301'],
  ['❤\ufe0f', 1, '❤'],
  ['👩\u200d', 2, '👩'],
  ['🐳', 2, '🐳'],
  ['語', 2, '語'],
  ['🇧', 1, 'B'],
  ['', 1, ' '],
  ['', 2, '  '],
  ['\u{1f3fd}', 2, '? '],
  ['a\u0903', 1, 'a'],
])('draws %j in %i columns as %j', (chars, width, glyph) => {
  expect(glyphOf(chars, width)).toBe(glyph);
});

it('knows neighbours that would be taken for one character', () => {
  expect(joins('क\u094d', 'ष')).toBe(true);
  expect(joins('é', 'ã')).toBe(false);
  expect(joins('🐳', '🐳')).toBe(false);
});
