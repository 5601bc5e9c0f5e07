import type { Line, Span, Tone } from '../../../base/text/line.ts';
import { blank, lineWidth, span, spread } from '../../../base/text/line.ts';
import { printable } from '../../../base/text/width.ts';
import type { State } from '../../state.ts';
import { fieldView } from '../../text/field.ts';
import { wrapText } from '../../text/wrap.ts';
import { exactly } from '../../views/window.ts';
import { containersOf } from './containers.ts';
import { sizedPage } from './page.ts';
import type { Page, Row } from './rows.ts';
import { bottom, rowsFrom } from './rows.ts';
import { finder, type Match, matchingLines } from './search.ts';
import type { LogStatus } from './state.ts';
import { logsMessages } from './texts.ts';

/** The page, without its heading and footer. */
export function logsLines(state: State, width: number, height: number): Line[] {
  const page = sizedPage(state, width, height);
  const body = bodyLines(state, page, width);
  return exactly([containerLine(state, width), searchLine(state, width), blank, ...body], height);
}

/** Whose log it is, who plays that part, and how the container stands. */
function containerLine(state: State, width: number): Line {
  const { target, status } = state.logs;
  const t = logsMessages[state.language];
  if (target === undefined || state.attempt === undefined) return [span(t.noContainer, undefined, true)];
  const all = containersOf(state.attempt);
  const at = all.findIndex(({ name }) => name === target.name);
  const { challenge, report } = state.attempt;
  const binding = report?.bindings.find(({ name }) => name === target.name);
  const role = challenge.roles.find(({ id }) => id === binding?.role)?.title[state.language];
  const left: Line = [
    span(printable(target.name), 'accent', true),
    ...(role === undefined ? [] : [span(` · ${role}`)]),
    ...(at === -1 || all.length < 2 ? [] : [span(` · ${t.ofContainers(at + 1, all.length)}`, 'quiet')]),
  ];
  return spread(
    left,
    [span(statusSign[status], tones[status], true), span(` ${t.status[status]}`, tones[status])],
    width,
  );
}

const tones: Readonly<Record<LogStatus, Tone | undefined>> = {
  opening: 'quiet',
  running: 'good',
  ended: 'warn',
  removed: 'warn',
  'engine-lost': 'warn',
  unreadable: 'warn',
};

const statusSign: Readonly<Record<LogStatus, string>> = {
  opening: '…',
  running: '●',
  ended: '■',
  removed: '✖',
  'engine-lost': '?',
  unreadable: '?',
};

/** What is searched for and how often it is there; and whether new lines move the page. */
function searchLine(state: State, width: number): Line {
  const { target, top, search, status, held } = state.logs;
  const t = logsMessages[state.language];
  const live = target !== undefined && (status === 'running' || status === 'opening');
  const says: Line =
    top !== undefined
      ? [span(`‖ ${held > 0 ? t.held(held) : t.paused}`, 'warn')]
      : [span(live ? `↓ ${t.following}` : '', 'quiet')];
  if (!search.typing && search.field.text === '') {
    const hasErrors = state.logs.lines.some(entry => entry.kind === 'line' && entry.stream === 'stderr');
    const legend: Line = hasErrors ? [span('!', 'bad', true), span(` ${t.errorSign}`, 'quiet')] : [];
    return spread(lineWidth(legend) + lineWidth(says) < width ? legend : [], says, width);
  }
  const found = matchingLines(state.logs);
  const at = search.current === undefined ? -1 : found.indexOf(search.current);
  const keys = !search.typing && found.length > 1 && width >= 76 ? ' · n N' : '';
  const count = search.field.text === '' ? '' : `${t.matches(at + 1, found.length)}${keys}`;
  const room = Math.max(12, width - lineWidth(says) - count.length - 6);
  const field = search.typing ? fieldView(search.field, room) : [span(printable(search.field.text), undefined, true)];
  return spread(
    [span('/ ', 'accent', true), ...field, span(`  ${count}`, found.length > 0 ? 'good' : 'warn')],
    says,
    width,
  );
}

function bodyLines(state: State, page: Page, width: number): Line[] {
  const { logs } = state;
  const t = logsMessages[state.language];
  const told = (words: string) => wrapText(words, width, part => [span(part, 'quiet')]);
  if (logs.target === undefined) return told(t.noContainerText);
  if (logs.status === 'unreadable') return told(t.unreadableText);
  if (logs.lines.length === 0) return told(logs.status === 'opening' ? t.openingText : t.emptyText);
  const find = finder(logs.search.field.text);
  return rowsFrom(page, logs.top ?? bottom(page)).map(row => drawRow(state, row, find));
}

function drawRow(state: State, row: Row, find: ((line: string) => Match[]) | undefined): Line {
  const { entry, spot, text } = row;
  if (entry.kind === 'note') return [span(`   ${text}`, 'quiet')];
  const { search, times } = state.logs;
  const matches = find?.(entry.text) ?? [];
  const begins = spot.row === 0;
  const mark = !begins || matches.length === 0 ? ' ' : spot.line === search.current ? '❯' : '•';
  const time = !times ? [] : [span(begins ? `${timeOfDay(entry.at)}  ` : ' '.repeat(10), 'quiet')];
  return [
    span(mark, 'accent', true),
    span(begins && entry.stream === 'stderr' ? '!' : ' ', 'bad', true),
    span(' '),
    ...time,
    ...marked(row, matches),
  ];
}

/** The row's text, with the stretches that match in a tone of their own, and strong. */
function marked({ text, start }: Row, matches: readonly Match[]): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of matches) {
    const from = Math.max(0, match.start - start);
    const to = Math.min(text.length, match.end - start);
    if (to <= at || from >= text.length) continue;
    spans.push(span(text.slice(at, from)), span(text.slice(from, to), 'accent', true));
    at = to;
  }
  return [...spans, span(text.slice(at))].filter(part => part.text !== '');
}

function timeOfDay(at: string): string {
  return new Date(at).toTimeString().slice(0, 8);
}
