/** A heading of a README: its text without marks, how deep it is (1 is the outermost), and how many lines it takes. */
export interface ReadmeHeading {
  readonly level: number;
  readonly text: string;
  readonly lines: number;
}

/** `<summary>` heads what can be folded away: it is below all other headings. */
export const summaryLevel = 9;

/** With the mark that people forget the space behind; `#!` begins a script. */
const marked = /^ {0,3}(?:>\s?)*(#{1,9})(?:\s+|(?=[\p{L}\d]))(.+?)\s*#*\s*$/u;
const html = /^\s*<h([1-6])\b[^>]*>(.*?)(?:<\/h\1\s*>|$)/i;
const summary = /<summary\b[^>]*>(.*?)(?:<\/summary\s*>|$)/i;
const underline = /^ {0,3}(=+|-{2,})\s*$/;
/** What an underline makes no heading of: lists, quotations, tables, code. */
const noTitle = /^\s*(?:$|[-*+>|`~#<]|\d+[.)]\s| {4}|\t)/;

/** The heading that begins in a line, in any form that Markdown or HTML has; `undefined` if none does. Pure. */
export function headingAt(lines: readonly string[], index: number): ReadmeHeading | undefined {
  const line = (lines[index] ?? '').slice(0, 1000);
  const [, marks, title] = marked.exec(line) ?? [];
  if (marks !== undefined && title !== undefined) return { level: marks.length, text: title, lines: 1 };
  const [, depth, inner] = html.exec(line) ?? [];
  if (depth !== undefined && inner !== undefined) return { level: Number(depth), text: withoutTags(inner), lines: 1 };
  const folded = summary.exec(line)?.[1];
  if (folded !== undefined) return { level: summaryLevel, text: withoutTags(folded), lines: 1 };
  const under = underline.exec(lines[index + 1] ?? '')?.[1];
  if (under === undefined || noTitle.test(line)) return undefined;
  return { level: under.startsWith('=') ? 1 : 2, text: line.trim(), lines: 2 };
}

/** The text of a piece of HTML. Pure. */
export function withoutTags(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&(?:#39|#x27|apos);/gi, "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim();
}
