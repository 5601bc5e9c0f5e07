import { expect, it } from 'vitest';
import { lineWidth } from '../base/text/line.ts';
import { cursorPlace, screenLines } from './screen-lines.ts';
import { openVirtualTerminal } from './virtual-terminal.ts';

async function shown(text: string, size = { columns: 20, rows: 4 }) {
  const terminal = await openVirtualTerminal(size);
  await new Promise<void>(resolve => terminal.write(text, resolve));
  const lines = screenLines(terminal);
  for (const line of lines) expect(lineWidth(line)).toBe(size.columns);
  return { terminal, lines, texts: lines.map(line => line.map(span => span.text).join('')) };
}

it('shows what a program has written, where it has written it', async () => {
  const { texts, terminal } = await shown('$ ls\r\nolá\u001b[4;3Hhere');
  expect(texts).toEqual(['$ ls'.padEnd(20), 'olá'.padEnd(20), ''.padEnd(20), '  here'.padEnd(20)]);
  expect(cursorPlace(terminal)).toEqual({ row: 3, column: 6 });
});

it('keeps colours and attributes, of the palette and true ones', async () => {
  const { lines } = await shown('\u001b[31mred\u001b[0m \u001b[1;4;38;5;208mo\u001b[0m\u001b[48;2;1;2;3;7mx\u001b[0m');
  expect(lines[0]?.slice(0, 4)).toEqual([
    { text: 'red', style: { foreground: 1 } },
    { text: ' ' },
    { text: 'o', style: { foreground: 208, bold: true, underline: true } },
    { text: 'x', style: { background: '#010203', inverse: true } },
  ]);
});

it.each([
  ['wide characters', '日本語|', '日本語|'],
  ['emoji', '🐳🐳|', '🐳🐳|'],
  ['emoji with parts', '👩‍🚀|', '👩🚀|'],
  ['a flag', '🇧🇷|', 'BR|'],
  ['a sign made an emoji', '❤\ufe0f|', '❤|'],
  ['a skin tone', '👍🏽|', '👍? |'],
  ['accents of their own', 'cafe\u0301|', 'café|'],
  ['marks that stay apart', 'q\u0303|', 'q\u0303|'],
  ['a script that joins', 'क्षि|', /^.*\|$/],
  ['invisible characters', 'a\u200bb\u2060c|', 'abc|'],
])('never shifts a row: %s', async (_name, written, drawn) => {
  const { texts, terminal } = await shown(written);
  expect(texts[0]?.trimEnd()).toMatch(drawn);
  if (typeof drawn === 'string') expect(texts[0]?.trimEnd()).toBe(drawn);
  expect(cursorPlace(terminal)?.row).toBe(0);
});

it('cuts nothing in half at the edge', async () => {
  const { texts } = await shown(`${'x'.repeat(19)}語`);
  expect(texts.slice(0, 2)).toEqual([`${'x'.repeat(19)} `, '語'.padEnd(19)]);
});

it('has no cursor in sight where it is scrolled back', async () => {
  const { terminal, texts } = await shown('1\r\n2\r\n3\r\n4\r\n5\r\n6');
  expect(texts.map(text => text.trim())).toEqual(['3', '4', '5', '6']);
  terminal.scrollLines(-2);
  expect(screenLines(terminal)[0]?.[0]?.text.trim()).toBe('1');
  expect(cursorPlace(terminal)).toBeUndefined();
});
