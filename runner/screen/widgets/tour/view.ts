import type { Line } from '../../../base/text/line.ts';
import { blank, pad, rule, span } from '../../../base/text/line.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import type { State } from '../../state.ts';
import { exactly } from '../../views/window.ts';
import { closingLines } from './closing-view.ts';
import { groundLines } from './ground-view.ts';
import { tourObjectives } from './objectives-view.ts';
import { shownLines } from './output.ts';
import type { Tour, TourStep } from './state.ts';
import { afterStepLines, commandLines, stepStrip } from './step-view.ts';
import { tourMessages } from './texts.ts';

const sideFrom = 112;
const side = 46;
/** The least of the output that is worth showing. */
const outputAtLeast = 3;
/** The rows that a step and its command, and some output, are worth. */
const commandAtLeast = 7;

/** The page's heading: its title, and which step is shown. */
export function tourTitle(state: State): { readonly title: string; readonly right: string } {
  const t = tourMessages[state.language];
  const { challenge, tour } = shown(state);
  if (challenge === undefined || tour === undefined) return { title: '', right: '' };
  return {
    title: t.title(challenge.number, challenge.title[state.language]),
    right: tour.ground.kind === 'clear' ? t.step(tour.at + 1, tour.steps.length) : '',
  };
}

/** The page, without its heading and footer. */
export function tourLines(state: State, width: number, height: number): Line[] {
  const { challenge, tour } = shown(state);
  if (challenge === undefined || tour === undefined) return [];
  const isWide = width >= sideFrom;
  const main = (isWide ? width - side - 3 : width) - 2;
  const lines = exactly(mainLines(state, challenge, tour, main, height), height).map(line => [span('  '), ...line]);
  if (!isWide) return lines;
  const beside = tourObjectives(state, challenge, tour, side, height);
  return lines.map((line, row) => [...pad(line, main + 2), span('   '), ...(beside[row] ?? blank)]);
}

function mainLines(state: State, challenge: Challenge, tour: Tour, width: number, height: number): Line[] {
  if (tour.ground.kind !== 'clear') return groundLines(state, tour.ground, width);
  const step = tour.steps[tour.at];
  if (step === undefined) return [];
  const air = height >= 24 ? [blank] : [];
  const head = [...stepStrip(state, tour, width), ...air];
  const foot = footLines(state, challenge, tour, width, height - head.length - air.length - commandAtLeast);
  const free = Math.max(3, height - head.length - foot.length - air.length);
  const wasRun = step.message === undefined || shownLines(step.output).length > 0;
  const hasOutput = wasRun && step.outcome !== 'none' && step.outcome !== 'earlier';
  const told = commandLines(state, challenge, tour, width, hasOutput ? Math.max(3, free - outputAtLeast - 1) : free);
  const room = free - told.length - air.length;
  const output = hasOutput && room > 1 ? [...air, ...outputLines(state, step, tour.back, width, room)] : [];
  return [...head, ...told, ...output, ...air, ...foot];
}

/** As much as fits of what has become of the step, and of what can be done next. */
function footLines(state: State, challenge: Challenge, tour: Tour, width: number, room: number): Line[] {
  const closing = closingLines(state, challenge, tour, width);
  const feet = details.map(detail => [...afterStepLines(state, challenge, tour, width, detail), ...closing]);
  return feet.find(lines => lines.length <= room) ?? feet.at(-1) ?? [];
}

const details = ['full', 'rows', 'count'] as const;

/** The end of what the command said, or as much of it as was scrolled to, under a rule. */
function outputLines(state: State, step: TourStep, back: number, width: number, height: number): Line[] {
  const t = tourMessages[state.language];
  const all = shownLines(step.output).flatMap(line => pieces(line, width));
  const rows = Math.max(1, height - 1);
  const end = Math.max(Math.min(rows, all.length), all.length - back);
  const lines = all.slice(Math.max(0, end - rows), end);
  const [above, below] = [Math.max(0, end - rows) + step.output.dropped, all.length - end];
  const hidden = above > 0 || below > 0 ? t.scrolledBack(above, below) : '';
  const text = lines.length > 0 ? lines : [t.silent];
  return [rule(t.output, width, hidden), ...text.map(line => [span(line, 'quiet')])];
}

/** Output is broken where the line ends, and not at words: it is often a table or an id. */
function pieces(line: string, width: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < line.length; at += width) parts.push(line.slice(at, at + width));
  return parts.length === 0 ? [''] : parts;
}

function shown(state: State): { readonly challenge: Challenge | undefined; readonly tour: Tour | undefined } {
  const challenge = state.attempt?.challenge;
  return { challenge, tour: challenge === undefined ? undefined : state.tour.tours[challenge.id] };
}
