/** A block of code in a README. */
export interface CodeBlock {
  /** How it is marked, in small letters; empty where it is not; `inline` for a command in a line of prose. */
  readonly language: string;
  readonly lines: readonly string[];
  /** The headings that it stands under, from the outermost on; what the whole text is called is not among them. */
  readonly headings: readonly string[];
  /** The last line of prose before it, under the same heading. */
  readonly lead: string;
}

const fence = /^((?:\s|>|[-*+]\s|\d+[.)]\s)*)(`{3,}|~{3,})\s*([^`]*)$/;
const heading = /^ {0,3}(#{1,6})\s+(.+?)\s*#*\s*$/;
/** A docker command at the end of a line of prose, or of a list's item: `1. Create the network: \`docker network create x\``. */
const inline = /^[^`]*(?:[:.)\]*\-–—]\s*|^\s*)`+((?:\$\s+)?(?:sudo\s+)?docker\s+[a-z]+\s+[^`]+)`+\s*[.;:,]?\s*$/;
/** Of what is said around a block. */
const longestText = 300;
const underline = /^ {0,3}(?:=+|-{2,})\s*$/;

/**
 * The blocks of code of a Markdown text, fenced or indented by four columns; see CommonMark 0.31, sections 4.4 and 4.5. A fence
 * that is never closed goes on to the end.
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
  const add = (language: string, content: readonly string[]) => {
    blocks.push({ language, lines: content, headings: path.map(({ text }) => text), lead });
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    const opened = fence.exec(line);
    if (opened !== null) {
      const [, margin = '', marks = '', info = ''] = opened;
      const closed = new RegExp(`^[\\s>]*${marks[0]}{${marks.length},}\\s*$`);
      let last = index + 1;
      while (last < lines.length && !closed.test(lines[last] ?? '')) last += 1;
      add(
        languageOf(info),
        lines.slice(index + 1, last).map(it => unindented(it, margin)),
      );
      index = last + 1;
    } else if (isIndented(line) && (lines[index - 1] ?? '').trim() === '') {
      let last = index;
      while (last < lines.length && (isIndented(lines[last] ?? '') || (lines[last] ?? '').trim() === '')) last += 1;
      add(
        '',
        lines.slice(index, last).map(it => it.replace(/^(?: {4}|\t)/, '')),
      );
      index = last;
    } else if (inline.test(line)) {
      add('inline', [inline.exec(line)?.[1] ?? '']);
      index += 1;
    } else {
      const [, marks, text] = heading.exec(line) ?? [];
      if (marks !== undefined && text !== undefined) under(marks.length, text);
      else if (underline.test(line) && lead !== '') under(line.includes('=') ? 1 : 2, lead);
      else if (line.trim() !== '') lead = line.trim().slice(0, longestText);
      index += 1;
    }
  }
  return blocks;
}

/** The first word of what is said after a fence: `bash`, `{.sh}`, `language-bash title="x"`. */
function languageOf(info: string): string {
  const [, word = ''] = /^[{.\s]*(?:language-)?([\w+#-]*)/i.exec(info.trim()) ?? [];
  return word.toLowerCase();
}

function isIndented(line: string): boolean {
  return /^(?: {4}|\t)\s*\S/.test(line);
}

/** A fence in a list or in a quotation has its content as far to the right. */
function unindented(line: string, margin: string): string {
  if (margin === '') return line;
  const unquoted = margin.includes('>') ? line.replace(/^\s*(?:>\s?)+/, '') : line;
  return unquoted.replace(new RegExp(`^\\s{0,${margin.length}}`), '');
}
