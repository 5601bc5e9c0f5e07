import type { Line, Span } from '../../base/text/line.ts';
import { blank, span } from '../../base/text/line.ts';
import { printable } from '../../base/text/width.ts';
import { table } from './table.ts';
import { hang, wrap } from './wrap.ts';

/** A brief, laid out for the terminal: headings, lists, code and paragraphs. Anything else is shown as it stands. */
export function markdown(source: string, width: number): Line[] {
  const lines: Line[] = [];
  for (const block of blocksOf(source)) {
    if (lines.length > 0 && !(block.kind === 'item' && block.tight)) lines.push(blank);
    lines.push(...draw(block, width));
  }
  return lines;
}

type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'item'; readonly marker: string; readonly indent: number; readonly text: string; tight: boolean }
  | { readonly kind: 'code'; readonly rows: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

function draw(block: Block, width: number): Line[] {
  switch (block.kind) {
    case 'heading':
      return wrap([span(plain(block.text), block.level === 1 ? 'accent' : undefined, true)], width);
    case 'item': {
      const label = ' '.repeat(block.indent + 2) + block.marker;
      return hang([span(`${label} `)], label.length + 1, wrap(emphasis(block.text), width - label.length - 1));
    }
    case 'code':
      return block.rows.map(row => [span('    '), span(printable(row), 'accent')]);
    case 'table':
      return table(block.rows.filter(row => !/^[|\s:-]+$/.test(row)).map(cellsOf), width);
    case 'text':
      return wrap(emphasis(block.text), width);
  }
}

function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  let code: string[] | undefined;
  for (const row of source.replaceAll('\r', '').split('\n')) {
    if (/^\s*```/.test(row)) {
      if (code !== undefined) blocks.push({ kind: 'code', rows: code });
      code = code === undefined ? [] : undefined;
      open = false;
    } else if (code !== undefined) {
      code.push(row);
    } else if (row.trim() === '' || /^\s*<!--.*-->\s*$/.test(row)) {
      open = false;
    } else {
      addRow(blocks, row, open);
      open = true;
    }
  }
  if (code !== undefined) blocks.push({ kind: 'code', rows: code });
  return blocks;
}

function addRow(blocks: Block[], row: string, open: boolean): void {
  const heading = /^(#{1,6})\s+(.*)$/.exec(row);
  const item = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/.exec(row);
  const last = blocks.at(-1);
  if (heading) {
    blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
  } else if (item) {
    const marker = /\d/.test(item[2] ?? '') ? (item[2] ?? '') : '•';
    const tight = open && last?.kind === 'item';
    blocks.push({ kind: 'item', marker, indent: item[1]?.length ?? 0, text: item[3] ?? '', tight });
  } else if (row.startsWith('|')) {
    if (open && last?.kind === 'table') blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, row] };
    else blocks.push({ kind: 'table', rows: [row] });
  } else if (open && (last?.kind === 'text' || last?.kind === 'item')) {
    blocks[blocks.length - 1] = { ...last, text: `${last.text} ${row.trim()}` };
  } else {
    blocks.push({ kind: 'text', text: row.trim() });
  }
}

function cellsOf(row: string): Span[][] {
  return row
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map(cell => emphasis(cell.trim()));
}

/** `code`, **strong** and _emphasis_ lose their signs; a link keeps its text. */
function emphasis(text: string): Span[] {
  return printable(text)
    .split(/(`[^`]+`|\*\*[^*]+\*\*|(?<!\w)_[^_]+_(?!\w)|\[[^\]]+\]\([^)]+\))/)
    .filter(part => part !== '')
    .map(part => {
      if (part.startsWith('`') && part.length > 1) return span(part.slice(1, -1), 'accent');
      if (part.startsWith('**') && part.length > 3) return span(part.slice(2, -2), undefined, true);
      if (part.startsWith('_') && part.endsWith('_')) return span(part.slice(1, -1), undefined, true);
      return span(part.replace(/^\[([^\]]+)\]\([^)]+\)$/, '$1'));
    });
}

function plain(text: string): string {
  return emphasis(text)
    .map(part => part.text)
    .join('');
}
