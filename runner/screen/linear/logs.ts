import type { State } from '../state.ts';
import { linearMessages } from '../texts/linear.ts';
import { pageOf } from '../widgets/logs/page.ts';
import { matchingLines } from '../widgets/logs/search.ts';
import type { LogEntry } from '../widgets/logs/state.ts';
import { logsMessages } from '../widgets/logs/texts.ts';
import type { Statement } from './statement.ts';
import { say, sentence } from './statement.ts';

/** So many lines are said at most when they come at once: nobody can listen to more. */
const maxLines = 12;

/** A container's log: its last lines, then each that comes; or the line that the learner has gone to. */
export function logsStatements(state: State): Statement[] {
  const t = linearMessages[state.language];
  const own = logsMessages[state.language];
  const { target, status, lines, forgotten, top, search } = state.logs;
  if (target === undefined) return [say('title', own.noContainer, { when: 'again' }), say('none', own.noContainerText)];
  const title = say('title', sentence(t.logOf(target.name, own.status[status])), { when: 'again' });
  if (search.typing) return [title, say('searching', t.typeSearch, { version: 'typing' })];
  if (status === 'unreadable') return [title, say('unreadable', own.unreadableText)];
  const textOf = pageOf(state).textOf;
  const wordsOf = (entry: LogEntry) => {
    const text = textOf(entry).replace(/^── | ──$/g, '');
    return entry.kind === 'line' && entry.stream === 'stderr' ? `${t.error} ${text}` : text;
  };
  if (search.field.text !== '' && top !== undefined) {
    const found = matchingLines(state.logs);
    const current = search.current;
    const entry = current === undefined ? undefined : lines[current - forgotten];
    if (current === undefined || entry === undefined) return [title, say('found', t.foundNone(search.field.text))];
    const count = own.matches(found.indexOf(current) + 1, found.length);
    return [title, say('found', t.found(count, wordsOf(entry)), { version: `${current} ${search.field.text}` })];
  }
  if (top !== undefined) {
    const entry = lines[top.line - forgotten];
    const at = entry === undefined ? '' : wordsOf(entry);
    return [title, say('mode', t.notFollowing), say('at', at, { version: `${top.line}` })];
  }
  const last = lines.slice(-maxLines).map((entry, index) => {
    const number = forgotten + Math.max(0, lines.length - maxLines) + index;
    return say(`line:${number}`, wordsOf(entry));
  });
  return [title, say('mode', t.following, { when: 'again' }), ...last];
}
