import type { Line, Tone } from '../../base/text/line.ts';
import { blank, inline, span } from '../../base/text/line.ts';
import { printable, textWidth } from '../../base/text/width.ts';
import { tellObjective } from '../../verdict/tell-report.ts';
import { hintLevel, shownCommand } from '../hints.ts';
import { focused, isComplete, standingOf, verdictOn } from '../objectives.ts';
import type { Attempt, State } from '../state.ts';
import { wrapCommand } from '../text/command.ts';
import { hang, wrap, wrapText } from '../text/wrap.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { troubleWords } from '../trouble-words.ts';
import { layoutOf } from '../views/layout.ts';
import { waitingWords } from '../widgets/doctor/engine-line.ts';
import { doctorPageMessages } from '../widgets/doctor/texts.ts';
import { tourMessages } from '../widgets/tour/texts.ts';
import { celebration } from './celebration.ts';
import { hintLines, hintOffer } from './hint.ts';
import { openQuestion } from './question.ts';

const indent = 2;

/** How many rows of the body fit above the command. */
export function detailHeight(state: State): number {
  if (state.attempt === undefined) return 0;
  const { detail } = layoutOf(state.attempt.challenge, state.size, state.shell);
  return Math.max(1, detail - pinnedLines(state, state.attempt).length);
}

/** Everything there is to say; the screen shows as much of it as fits, and scrolls. */
export function detailBody(state: State, attempt: Attempt): Line[] {
  const t = walkthroughMessages[state.language];
  const width = layoutOf(attempt.challenge, state.size, state.shell).main - indent;
  const d = doctorPageMessages[state.language];
  const text = (words: string, tone?: Tone) => indented(wrapText(words, width, part => inline(part, tone)));
  if (attempt.trouble !== undefined) {
    const { after } = troubleWords(attempt.trouble, state.language);
    return [...text(attempt.trouble.message, 'warn'), ...text(after), ...text(d.doctorKey)];
  }
  const question = openQuestion(state, attempt, width);
  if (question !== undefined) return indented(question.lines);
  const waiting = attempt.report === undefined ? waitingWords(state) : [];
  if (waiting.length > 0) return [...waiting.flatMap(words => text(words, 'accent')), ...text(t.firstLook)];
  if (attempt.report === undefined) return [...text(t.lookingAtEngine, 'accent'), ...text(t.firstLook)];
  const objective = focused(attempt);
  if (objective === undefined || (attempt.chosen === undefined && isComplete(attempt))) {
    return indented(celebration(state, attempt, width));
  }
  const hint = hintLevel(attempt, objective.id) > 0 ? [...hintLines(state, attempt, objective, width)] : [];
  if (shownCommand(attempt) !== undefined) hint.push(...wrap(inline(tourMessages[state.language].hints.typeIt), width));
  if (hint.length > 0) hint.push(blank);
  const verdict = verdictOn(attempt, objective.id);
  if (verdict === undefined) return [...indented(hint), ...text(t.lookingAtEngine, 'accent')];
  const { observed, expected, why } = tellObjective(verdict, attempt.challenge, state.language);
  const told = labelled(state, width, [
    [t.observed, observed],
    [t.expected, expected],
    [t.why, why],
  ]);
  return [...indented(hint), ...told];
}

/**
 * The command that helps, once the learner has asked for it, and until then how to ask: it stays in sight however long
 * the rest is.
 */
export function pinnedLines(state: State, attempt: Attempt): Line[] {
  const { main, detail } = layoutOf(attempt.challenge, state.size, state.shell);
  const most = Math.max(1, detail - 2);
  if (attempt.trouble !== undefined) return [];
  const question = openQuestion(state, attempt, main - indent);
  if (question !== undefined) return indented(question.answer).slice(0, most);
  const objective = focused(attempt);
  if (objective === undefined || attempt.report === undefined) return [];
  if (standingOf(attempt, objective.id) === 'met') return [];
  const command = shownCommand(attempt);
  if (command === undefined) return indented(hintOffer(state, attempt, objective, main - indent)).slice(0, most);
  const t = walkthroughMessages[state.language];
  const column = labelColumn(state);
  const rows = wrapCommand(command, main - indent - column - 2).flatMap(row =>
    row.length <= main - indent - column - 2
      ? [[span(row, 'accent', true)]]
      : wrap([span(row, 'accent', true)], main - indent - column - 2),
  );
  const lines = rows.map((row, index): Line => [span(index === 0 ? '$ ' : '  ', 'quiet'), ...row]);
  return indented(hang([span(t.next, undefined, true)], column, lines)).slice(0, most);
}

function labelled(state: State, width: number, parts: readonly (readonly [string, string])[]): Line[] {
  const column = labelColumn(state);
  return parts
    .filter(([, words]) => words !== '')
    .flatMap(([label, words]) =>
      indented(
        hang(
          [span(label, 'quiet')],
          column,
          wrapText(printable(words), width - column, part => inline(part)),
        ),
      ),
    );
}

function labelColumn(state: State): number {
  const t = walkthroughMessages[state.language];
  return Math.max(...[t.observed, t.expected, t.why, t.next].map(textWidth)) + 2;
}

function indented(lines: readonly Line[]): Line[] {
  return lines.map(line => [span(' '.repeat(indent)), ...line]);
}
