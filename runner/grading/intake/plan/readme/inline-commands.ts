import { withoutTags } from './readme-heading.ts';

/** Commands in a line of prose. */
export interface InlineCommands {
  /**
   * `step`: the line is there for its command, which ends it: `1. Create the network: \`docker network create x\``. `mention`: it
   * stands in a sentence, or in a table.
   */
  readonly kind: 'step' | 'mention';
  readonly commands: readonly string[];
}

const step = /^[^`]*(?:[:.)\]*\-–—]\s*|^\s*)(`+)([^`]+)\1\s*[.;:,]?\s*$/;
const command =
  /^(?:\$\s+)?(?:sudo\s+)?(?:docker(?:\.exe)?\s+[a-z]+\s+\S|docker-compose\s+\S|cd\s+\S|curl(?:\.exe)?\s+\S)/;
const spans = /(`+)([^`]+)\1(?!`)|<code\b[^>]*>(.*?)<\/code\s*>/gi;
/** What somebody warns of, or shows as another way, is not what they do. */
const warned =
  /\b(?:n[ãa]o|nunca|jamais|evite|don['’]t|do not|never|avoid|instead of|rather than|em vez d[eo]|ao inv[ée]s|equivale\w*|equivalent\w*|semelhante|similar)\b/i;
const lineBreak = /<br\s*\/?>/i;
const longest = 4000;

/** The docker commands, and those that go with them, which stand as code in a line of prose; `undefined` if there is none. Pure. */
export function inlineCommands(line: string): InlineCommands | undefined {
  if (line.length > longest) return undefined;
  const last = step.exec(line)?.[2];
  const single = last === undefined ? [] : commandsIn([last]);
  if (single.some(it => /^(?:\$\s+)?(?:sudo\s+)?docker\b/.test(it))) return { kind: 'step', commands: single };
  if (warned.test(line.replace(spans, ' '))) return undefined;
  const cells = /^\s*\|.*\|\s*$/.test(line) ? line.split(/(?<!\\)\|/).filter(cell => !cell.includes('`')) : [];
  const code = [...line.matchAll(spans)].map(([, , span, tagged]) => span ?? withoutTags(tagged ?? ''));
  const commands = commandsIn([...code, ...cells]);
  return commands.length === 0 ? undefined : { kind: 'mention', commands };
}

/** Whether code in a line goes on in the next one. Pure. */
export function hasOpenSpan(line: string): boolean {
  return line.length <= longest && (line.match(/`+/g) ?? []).length % 2 === 1;
}

function commandsIn(texts: readonly string[]): string[] {
  return texts
    .flatMap(text => text.split(lineBreak))
    .map(text => text.replaceAll('\\|', '|').trim())
    .filter(text => command.test(text));
}
