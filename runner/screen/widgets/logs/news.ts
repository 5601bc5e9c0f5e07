import { type Next, quiet } from '../../effects/next.ts';
import type { State } from '../../state.ts';
import { entryOf, kept } from './lines.ts';
import type { LogEntry, LogNews, LogStatus, LogsEvent, LogsState } from './state.ts';

/** What the page shows after something was told of the followed log. */
export function reduceLogs(state: State, event: LogsEvent): Next {
  return quiet({ ...state, logs: logsAfter(state.logs, event) });
}

function logsAfter(logs: LogsState, { session, news }: LogsEvent): LogsState {
  if (session !== logs.session) return logs;
  switch (news.kind) {
    case 'lines': {
      const entries = news.lines.slice(-kept).map(entryOf);
      const missing = news.leftOut + news.lines.length - entries.length;
      if (logs.top !== undefined && missing > 0) return { ...logs, held: logs.held + news.leftOut + news.lines.length };
      if (missing === 0) return appended({ ...logs, status: opened(logs.status) }, entries);
      // What was left out lies between what is there and what comes, so that only what comes can be kept.
      const before = logs.forgotten + logs.lines.length;
      return { ...logs, status: opened(logs.status), lines: entries, forgotten: before + missing };
    }
    case 'running':
      return appended({ ...logs, status: 'running' }, noteOf(news));
    case 'unreadable':
      return { ...logs, status: 'unreadable' };
    default:
      return appended({ ...logs, status: news.kind === 'engine-back' ? 'running' : news.kind }, noteOf(news));
  }
}

function opened(status: LogStatus): LogStatus {
  return status === 'opening' ? 'running' : status;
}

function noteOf(news: LogNews): LogEntry[] {
  switch (news.kind) {
    case 'ended':
      return [{ kind: 'note', note: { kind: 'ended', exitCode: news.exitCode } }];
    case 'removed':
    case 'engine-lost':
    case 'engine-back':
      return [{ kind: 'note', note: { kind: news.kind } }];
    case 'running':
      return news.how === 'first' ? [] : [{ kind: 'note', note: { kind: news.how } }];
    default:
      return [];
  }
}

/** What the learner looks at stays; what does not fit beside it is read again when the end is followed again. */
function appended(logs: LogsState, entries: readonly LogEntry[]): LogsState {
  if (entries.length === 0) return logs;
  const all = [...logs.lines, ...entries];
  const over = Math.max(0, all.length - kept);
  const isSeen = logs.top !== undefined && logs.top.line - logs.forgotten < over;
  if (logs.held > 0 || isSeen) return { ...logs, held: logs.held + entries.length };
  return { ...logs, lines: over > 0 ? all.slice(over) : all, forgotten: logs.forgotten + over };
}
