import { cut, span } from '../base/text/line.ts';
import { printable } from '../base/text/width.ts';

/** A text from outside as a single row that commands no terminal, cut to a width in columns with `…`. */
export function oneLine(text: string, width = Number.POSITIVE_INFINITY): string {
  const row = printable(text.replace(/[\t-\r\u0085\u2028\u2029]+/g, ' ')).normalize('NFC');
  return cut([span(row)], width)
    .map(part => part.text)
    .join('');
}
