import type { State } from '../../state.ts';
import { pageRows, pageWidth } from '../../views/layout.ts';
import { type ReportPage, reportPage } from './rows.ts';

/** The report as it stands on the page. */
export function shownReport(state: State): ReportPage {
  return reportPage(state, pageWidth(state.size));
}

/** The last line that the page may begin with. */
export function lastScroll(state: State, { lines }: ReportPage): number {
  return Math.max(0, lines.length - pageRows(state.size));
}

/** The state after new verdicts or a new size, with the line that was the first of the page still there. */
export function keepingPlace(before: State, after: State): State {
  if (after.reading !== 'report' || before.reading !== 'report' || after.scroll === 0) return after;
  if (before.reports === after.reports && before.size === after.size) return after;
  const was = shownReport(before);
  const page = shownReport(after);
  const index = was.starts.findLastIndex(start => start <= before.scroll);
  const into = before.scroll - (was.starts[index] ?? 0);
  const start = page.starts[index] ?? 0;
  const end = (page.starts[index + 1] ?? page.lines.length) - 1;
  return { ...after, scroll: Math.min(start + into, Math.max(start, end), lastScroll(after, page)) };
}
