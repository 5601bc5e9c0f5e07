import { hasOpenSpan, inlineCommands } from './inline-commands.ts';
import { headingAt, summaryLevel, withoutTags } from './readme-heading.ts';

/** A block of code in a README. */
export interface CodeBlock {
  /**
   * How it is marked, in small letters; empty where it is not; `inline` for a command that a line of prose is there for, `mention`
   * for one in the middle of a sentence or in a table.
   */
  readonly language: string;
  readonly lines: readonly string[];
  /** The headings that it stands under, from the outermost on; what the whole text is called is not among them. */
  readonly headings: readonly string[];
  /** The last line of prose before it, under the same heading. */
  readonly lead: string;
  /** False if nothing says where it ends: there may be prose in it. */
  readonly closed: boolean;
}

const fence = /^((?:\s|>|[-*+]\s|\d+[.)]\s)*)(`{3,}|~{3,})\s*([^`]*)$/;
/** A command where the name of a language should be: somebody begins it behind the marks. */
const begun = /^(?:\$\s+)?(?:sudo\s+)?(?:docker\s+[a-z]+\s+\S|cd\s+\S)/;
const pre = /<pre\b([^>]*)>/i;
const preEnd = /<\/pre\s*>/i;
/** Of what is said around a block. */
const longestText = 300;

/**
 * The blocks of code of a Markdown text, fenced, indented by four columns, or in HTML; see CommonMark 0.31, sections 4.4 to 4.6; and
 * the commands in its prose. A fence that is never closed goes on to the next one, or to the end.
 */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = markdown.split(/\r\n|\r|\n/);
  const path: { level: number; text: string }[] = [];
  let lead = '';
  let title = true;
  const under = (level: number, text: string) => {
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, text: title ? '' : text.slice(0, longestText) });
    title = false;
    lead = '';
  };
  const add = (language: string, content: readonly string[], closed = true) => {
    blocks.push({ language, lines: content, headings: path.map(({ text }) => text), lead, closed });
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    const opened = fence.exec(line);
    if (opened !== null) {
      const [, margin = '', marks = '', info = ''] = opened;
      const { end, closed } = endOfFence(lines, index + 1, marks);
      const first = begun.test(info) ? [info] : [];
      const last = lines[end];
      const trailing = closed && last !== undefined ? last.replace(/[\s>]*(?:`{3,}|~{3,})\s*$/, '') : '';
      const content = [...lines.slice(index + 1, end), ...(trailing.trim() === '' ? [] : [trailing])];
      add(first.length > 0 ? '' : languageOf(info), [...first, ...content.map(it => unindented(it, margin))], closed);
      index = closed ? end + 1 : end;
    } else if (pre.test(line)) {
      let last = index;
      while (last < lines.length && !preEnd.test(lines[last] ?? '')) last += 1;
      const html = lines.slice(index, last + 1).join('\n');
      const start = html.search(pre);
      const [tag = '', attributes = ''] = pre.exec(html) ?? [];
      const inner = html.slice(start + tag.length).split(preEnd)[0] ?? '';
      const language = /class\s*=\s*["'](?:[^"']*\s)?(?:lang(?:uage)?-|highlight-source-)([\w-]+)/i;
      const code = /^\s*<code\b([^>]*)>/i.exec(inner)?.[1] ?? '';
      const text = inner
        .replace(/<br\s*\/?>/gi, '\n')
        .split('\n')
        .map(withoutTags);
      add((language.exec(`${attributes} ${code}`)?.[1] ?? '').toLowerCase(), text, last < lines.length);
      index = last + 1;
    } else if (isIndented(line) && ((lines[index - 1] ?? '').trim() === '' || isAnnounced(lead, line))) {
      let last = index;
      while (last < lines.length && (isIndented(lines[last] ?? '') || (lines[last] ?? '').trim() === '')) last += 1;
      add(
        '',
        lines.slice(index, last).map(it => it.replace(/^(?: {4}|\t)/, '')),
      );
      index = last;
    } else {
      const heading = headingAt(lines, index);
      if (heading !== undefined) under(heading.level, heading.text);
      else if (/<\/details\s*>/i.test(line)) while ((path.at(-1)?.level ?? 0) >= summaryLevel) path.pop();
      const taken = heading?.lines ?? paragraphLines(lines, index);
      const text = lines.slice(index, index + taken).join(' ');
      const found = heading === undefined || heading.level === summaryLevel ? inlineCommands(text) : undefined;
      if (found !== undefined) add(found.kind === 'step' ? 'inline' : 'mention', found.commands);
      else if (heading === undefined && text.trim() !== '') lead = text.trim().slice(0, longestText);
      index += taken;
    }
  }
  return blocks;
}

/** Where a fence ends: the line that closes it, or one that opens another. */
function endOfFence(lines: readonly string[], from: number, marks: string) {
  const [mark = '`'] = marks;
  const closing = new RegExp(`^[\\s>]*${mark}{${marks.length},}\\s*$`);
  const closingBehind = new RegExp(`^[^${mark}]*[^${mark}\\s][ \\t]*${mark}{${marks.length},}\\s*$`);
  for (let end = from; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (closing.test(line) || (line.length <= 2000 && closingBehind.test(line))) return { end, closed: true };
    const [, , other = '', info = ''] = fence.exec(line) ?? [];
    if (other.startsWith(marks) && /^[{.\s]*[\w+#-]+/.test(info)) return { end, closed: false };
  }
  return { end: lines.length, closed: false };
}

/** How many lines a piece of prose takes: more than one where code goes on in the next. */
function paragraphLines(lines: readonly string[], index: number): number {
  let text = lines[index] ?? '';
  let count = 1;
  while (count < 3 && hasOpenSpan(text)) {
    const next = lines[index + count] ?? '';
    if (!next.includes('`') || fence.test(next)) return 1;
    text += ` ${next}`;
    count += 1;
  }
  return hasOpenSpan(text) ? 1 : count;
}

/** The first word of what is said after a fence: `bash`, `{.sh}`, `language-bash title="x"`. */
function languageOf(info: string): string {
  const [, word = ''] = /^[{.\s]*(?:language-)?([\w+#-]*)/i.exec(info.trim()) ?? [];
  return word.toLowerCase();
}

/** Indented as code is, and no list inside of a list, nor its prose. */
function isIndented(line: string): boolean {
  if (!/^(?: {4}|\t)\s*\S/.test(line) || /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(line)) return false;
  return !/[\p{L}:]\s*`[^`]+`/u.test(line.slice(0, 2000));
}

/** `Run:` with commands in the next line, without the empty line that Markdown wants. */
function isAnnounced(lead: string, line: string): boolean {
  return /:\W*$/.test(lead) && /^\s*(?:\$\s+)?(?:sudo\s+)?(?:docker\s+[a-z]|cd\s)/.test(line);
}

/** A fence in a list or in a quotation has its content as far to the right. */
function unindented(line: string, margin: string): string {
  if (margin === '') return line;
  const unquoted = margin.includes('>') ? line.replace(/^\s*(?:>\s?)+/, '') : line;
  return unquoted.replace(new RegExp(`^\\s{0,${margin.length}}`), '');
}
