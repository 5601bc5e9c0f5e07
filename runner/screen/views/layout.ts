import type { Challenge } from '../../challenge/definition.ts';
import type { Size } from '../state.ts';
import type { ShellState } from '../widgets/shell/state.ts';

/**
 * Where the parts of the challenge screen go. All numbers are columns or rows. Wide terminals show everything: objectives,
 * details and the shell on the left, the map and the command log on the right. Narrow ones show one panel, and the shell
 * under it.
 */
export interface Layout {
  readonly wide: boolean;
  /** True if there is room for empty rows between the parts. */
  readonly roomy: boolean;
  /** True if there is a row for what the challenge is about. */
  readonly summary: boolean;
  readonly main: number;
  /** Columns of the map and the command log; where the terminal is narrow, they have the same as the rest. */
  readonly side: number;
  /** Rows between header and footer. */
  readonly body: number;
  /** Rows of the panel on narrow terminals, its heading included. */
  readonly panel: number;
  readonly objectives: number;
  /** Rows under the detail's heading. */
  readonly detail: number;
  /** Rows of the map, without its heading. */
  readonly map: number;
  /** Rows of the command log, without its heading. */
  readonly commands: number;
  /** The shell's pane, its heading included; no rows where it is not shown. */
  readonly shell: { readonly columns: number; readonly rows: number };
}

const smallest: Size = { columns: 60, rows: 18 };
const margin = 1;
const widest = 116;
const wideFrom = 110;

/** The width between the margins. */
export function contentWidth(size: Size): number {
  return size.columns - 2 * margin;
}

/** Where text goes over the whole width, it is no wider than this: longer lines are hard to follow. */
export const readable = 96;

/** The columns of the text on a page that scrolls. */
export function pageWidth(size: Size): number {
  return Math.min(readable, contentWidth(size) - 4);
}

/** The rows of a page: without its title, its keys, and an empty row at both. */
export function pageRows(size: Size): number {
  return size.rows - 4;
}

/** True if a terminal has no room for the screen; the screen says so instead. */
export function isTooSmall(size: Size): boolean {
  return size.columns < smallest.columns || size.rows < smallest.rows;
}

/** The parts of the challenge screen for a terminal of this size. They fill it exactly, and never more. */
export function layoutOf(challenge: Challenge, size: Size, shell: Pick<ShellState, 'open' | 'zoomed'>): Layout {
  const width = contentWidth(size);
  const wide = size.columns >= wideFrom;
  const roomy = size.rows >= (shell.open ? 48 : 32);
  const air = Number(roomy);
  const side = wide ? Math.max(44, Math.min(72, Math.floor(width * 0.4))) : width;
  const main = wide ? Math.min(widest, width - side - 3) : width;
  const summary = size.rows >= 28;
  const body = size.rows - (1 + Number(summary) + 2 * air) - (2 + air);
  const pane = !shell.open ? 0 : shell.zoomed ? body : Math.max(7, Math.floor(body * 0.45));
  const panel = body - pane;
  const rest = Math.max(0, panel - 2 - 3 * air);
  const objectives = Math.min(challenge.objectives.length, Math.max(3, Math.floor(rest / 2)));
  const column = (wide ? body : panel) - 1 - air;
  const commands = wide ? Math.min(14, Math.floor((body - 2 - 3 * air) * 0.35)) : column;
  return {
    ...{ wide, roomy, summary, main, side: wide ? width - main - 3 : width, body, panel },
    ...{ objectives, detail: Math.max(0, rest - objectives) },
    ...{ map: wide ? body - commands - 2 - 3 * air : column, commands },
    shell: { columns: wide && !shell.zoomed ? main : width, rows: pane },
  };
}
