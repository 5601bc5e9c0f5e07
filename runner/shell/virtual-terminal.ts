import type { IUnicodeVersionProvider, Terminal } from '@xterm/headless';
import { columnsOf } from './columns.ts';

/** How many lines that have left the screen can be scrolled back to. */
const scrollback = 2000;
const unicode = 'lab';

/** A terminal without a window: it keeps the screen of a program that writes to it. */
export async function openVirtualTerminal(size: { columns: number; rows: number }): Promise<Terminal> {
  const { default: xterm } = await import('@xterm/headless');
  const terminal = new xterm.Terminal({ cols: size.columns, rows: size.rows, scrollback, allowProposedApi: true });
  terminal.unicode.register(widths());
  terminal.unicode.activeVersion = unicode;
  return terminal;
}

/** The lab's own widths: what programs believe (emoji are two columns wide) and what the screen can draw are then one. */
function widths(): IUnicodeVersionProvider {
  const known = new Map<number, 0 | 1 | 2>();
  const wcwidth = (codePoint: number): 0 | 1 | 2 => {
    if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) return 0;
    if (codePoint < 0x7f) return 1;
    const width = known.get(codePoint) ?? columnsOf(codePoint);
    known.set(codePoint, width);
    return width;
  };
  return {
    version: unicode,
    wcwidth,
    // xterm's own packing: the lowest bit says that it joins the character before, the next two how wide both are.
    charProperties: (codePoint, preceding) => {
      const width = wcwidth(codePoint);
      const widthBefore = (preceding >> 1) & 3;
      if (width > 0 || preceding === 0 || widthBefore === 0) return width << 1;
      return (widthBefore << 1) | 1;
    },
  };
}
