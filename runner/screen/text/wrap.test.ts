import { describe, expect, it } from 'vitest';
import { cut, inline, lineWidth, pad, rule, span, spread } from '../../base/text/line.ts';
import { printable, textWidth } from '../../base/text/width.ts';
import { hang, wrap, wrapText } from './wrap.ts';

const textOf = (line: readonly { text: string }[]) => line.map(part => part.text).join('');

describe('wrap', () => {
  it('breaks at spaces and keeps what each piece means', () => {
    const lines = wrap(inline('`client` is on `bridge`; `server` is on `app-net`'), 20);
    expect(lines.map(textOf)).toEqual(['client is on bridge;', 'server is on app-net']);
    expect(lines[0]?.filter(part => part.strong).map(part => part.text)).toEqual(['client', 'bridge']);
  });

  it('breaks a word that is longer than the line', () => {
    const lines = wrap([span('sha256:0123456789abcdef')], 10);
    expect(lines.every(line => lineWidth(line) <= 10)).toBe(true);
    expect(lines.map(textOf).join('')).toBe('sha256:0123456789abcdef');
  });

  it('keeps the paragraphs of a text apart', () => {
    expect(wrapText('one\ntwo', 40, part => inline(part)).map(textOf)).toEqual(['one', 'two']);
  });

  it('hangs the lines behind a label', () => {
    expect(hang([span('Why')], 6, wrap([span('a b')], 1)).map(textOf)).toEqual(['Why   a', '      b']);
  });
});

describe('lines', () => {
  it('cuts and fills to a width in columns, not in characters', () => {
    expect(textOf(cut([span('contêiner 容器')], 12))).toBe('contêiner …');
    expect(lineWidth(pad([span('容器')], 6))).toBe(6);
    expect(textWidth('e\u0301')).toBe(1);
    expect(textWidth('🚢')).toBe(2);
  });

  it('pushes two parts to the edges and lets the left one give way', () => {
    expect(textOf(spread([span('left')], [span('right')], 12))).toBe('left   right');
    expect(textOf(spread([span('a long title')], [span('right')], 12))).toBe('a lon… right');
  });

  it('draws a rule of exactly the width', () => {
    for (const width of [20, 40, 80]) expect(lineWidth(rule('A title of some length', width, 'end'))).toBe(width);
  });
});

describe('printable', () => {
  it('takes what could move the cursor or ring the bell out of a text', () => {
    expect(printable('\u001b[2J\u001b[31mred\u001b[0m\u0007\r\nnext\u0000')).toBe('red\nnext');
  });
});
