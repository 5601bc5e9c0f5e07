/** A text as one line of Markdown in which nothing is markup (CommonMark 0.31, and the links of GitHub's). */
export function escaped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line
    .replace(/[\\`*_[\]{}|~#$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\b(https?|ftp|mailto):/gi, '$1\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replaceAll('@', '\\@')
    .replace(/^([+\-=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A text of the lab as Markdown: what stands between backticks stays code, all else is escaped. */
export function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : spaced(part)))
    .join('');
}

/** A code span, whatever is in it. */
function code(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** A fenced block whose fence is longer than any in it, without a line of its own at the end. */
export function block(lines: readonly string[], kind: 'sh' | 'text'): string {
  const text = lines.join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${kind}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
}

/** Escaped, with the spaces at its ends, beside which there is code. */
function spaced(text: string): string {
  const [, before = '', , after = ''] = /^( *)(.*?)( *)$/.exec(text) ?? [];
  return text.trim() === '' ? text : `${before}${escaped(text)}${after}`;
}
