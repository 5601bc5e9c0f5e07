import { printable } from '../../../base/text/width.ts';

/** What a command said, as far as it is kept: its last lines. */
export interface Output {
  readonly lines: readonly string[];
  /** How many lines before them are no longer kept. */
  readonly dropped: number;
  /** The start of a line of which the end is still to come, as it came. */
  readonly open: string;
}

/** Before anything was said. */
export const noOutput: Output = { lines: [], dropped: 0, open: '' };

const linesKept = 400;
/** In characters; what is longer is cut. */
const lineLength = 2000;

/** The output with what has just come. Control sequences are taken out, also where they come in pieces. */
export function heard(output: Output, text: string): Output {
  const pieces = (output.open + text).split('\n');
  const open = pieces.pop() ?? '';
  const lines = [...output.lines, ...pieces.map(cleaned)];
  const excess = Math.max(0, lines.length - linesKept);
  return {
    lines: lines.slice(excess),
    dropped: output.dropped + excess,
    // A line that is drawn again and again (a progress bar) is what was drawn last.
    open: open.slice(Math.max(0, open.slice(0, -1).lastIndexOf('\r') + 1)).slice(-lineLength),
  };
}

/** The lines to show, with the one that is still open. */
export function shownLines({ lines, open }: Output): readonly string[] {
  const last = cleaned(open);
  return last === '' ? lines : [...lines, last];
}

/** What stands after the last carriage return is what a terminal would show. */
function cleaned(line: string): string {
  const drawn = line.replace(/\r+$/, '').split('\r');
  return printable(drawn.at(-1) ?? '').slice(0, lineLength);
}
