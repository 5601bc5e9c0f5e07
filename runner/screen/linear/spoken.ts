import type { Line } from '../../base/text/line.ts';
import { printable } from '../../base/text/width.ts';
import type { LinearMessages } from '../texts/linear.ts';

/** So wide that nothing wraps. */
export const unbounded = 4_000;

/**
 * The lines of a view as text to be read aloud: no drawing, no signs (each has its word beside it), commas for columns.
 * Empty ones are gone.
 */
export function spoken(lines: readonly Line[], t: LinearMessages): string[] {
  return lines.map(line => spokenText(line.map(part => part.text).join(''), t)).filter(text => text !== '');
}

/** One line of a view as text to be read aloud. */
export function spokenText(text: string, { sign }: LinearMessages): string {
  return printable(text)
    .replace(/[─-╿▀-▟⠀-⣿✔✖○●•▶‖■]/gu, ' ')
    .replace(/❯\s*/gu, `${sign.selected}: `)
    .replace(/^(\s*)\$ /u, `$1${sign.command}: `)
    .trim()
    .replace(/\s{3,}|\s+·\s+/gu, ', ')
    .replace(/\s+/gu, ' ');
}
