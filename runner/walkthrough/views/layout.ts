import type { Challenge } from '../../challenge/definition.ts';
import type { Size } from '../state.ts';

/** Where the parts of the challenge screen go. All numbers are columns or rows. */
export interface Layout {
  /** True where what happens on the engine has a column of its own. */
  readonly wide: boolean;
  /** True where there is room for empty rows between the parts. */
  readonly roomy: boolean;
  /** True where there is a row for what the challenge is about. */
  readonly summary: boolean;
  readonly main: number;
  readonly side: number;
  readonly objectives: number;
  /** Rows under the detail's heading. */
  readonly detail: number;
  readonly bindings: number;
  /** Rows of the activity, without its heading. */
  readonly activity: number;
}

const smallest: Size = { columns: 60, rows: 18 };
const margin = 1;
const widest = 116;
const detailAtLeast = 6;

/** The width between the margins. */
export function contentWidth(size: Size): number {
  return size.columns - 2 * margin;
}

export function isTooSmall(size: Size): boolean {
  return size.columns < smallest.columns || size.rows < smallest.rows;
}

/** The parts of the challenge screen for a terminal of this size. They fill it exactly, and never more. */
export function layoutOf(challenge: Challenge, size: Size): Layout {
  const width = contentWidth(size);
  const wide = size.columns >= 128;
  const roomy = size.rows >= 32;
  const air = Number(roomy);
  const side = wide ? Math.max(44, Math.min(70, Math.floor(width * 0.4))) : 0;
  const main = wide ? Math.min(widest, width - side - 3) : width;
  const summary = size.rows >= 28;
  const header = 1 + Number(summary) + 2 * air;
  const headings = 2 + 3 * air;
  const footer = 2 + air;
  const rows = size.rows - header - headings - footer;
  const objectives = Math.min(challenge.objectives.length, rows - detailAtLeast);
  const left = rows - objectives;
  if (wide) {
    const bindings = challenge.roles.length * (2 + air);
    const activity = size.rows - header - footer - bindings - 2 - 3 * air;
    return { wide, roomy, summary, main, side: width - main - 3, objectives, detail: left, bindings, activity };
  }
  const below = left - detailAtLeast - 1 >= challenge.roles.length + 1;
  if (!below) return { wide, roomy, summary, main, side: 0, objectives, detail: left, bindings: 0, activity: 0 };
  const bindings = challenge.roles.length;
  const rest = left - bindings - 1 - air;
  const activity = Math.max(1, Math.min(12, Math.floor((rest - detailAtLeast) / 2)));
  return { wide, roomy, summary, main, side: 0, objectives, detail: rest - activity, bindings, activity };
}
