import type { Language } from '../../../base/language.ts';
import type { State } from '../../state.ts';
import { contentWidth, pageRows } from '../../views/layout.ts';
import type { Page } from './rows.ts';
import type { LogEntry } from './state.ts';
import { logsMessages } from './texts.ts';

/** Columns before each line: the match, the stream, a space. */
const gutter = 3;
const timeColumns = 10;
/** Rows over the log: which container, what is searched for, an empty one. */
const headRows = 3;

/** The rows of the log on this terminal. */
export function pageOf(state: State): Page {
  return sizedPage(state, contentWidth(state.size), pageRows(state.size));
}

/** The page of a log in so many columns and rows. */
export function sizedPage(state: State, width: number, height: number): Page {
  const { logs, language } = state;
  return {
    logs,
    width: width - gutter - (logs.times ? timeColumns : 0),
    height: Math.max(1, height - headRows),
    textOf: entry => textOf(entry, language),
  };
}

function textOf(entry: LogEntry, language: Language): string {
  if (entry.kind === 'line') return entry.text;
  const t = logsMessages[language].note;
  return `── ${entry.note.kind === 'ended' ? t.ended(entry.note.exitCode) : t[entry.note.kind]} ──`;
}
