import { type Deed, deedOf, runsContainers } from '../docker-deed.ts';
import { translated } from '../powershell.ts';
import { partsOf, wholeCommands } from '../shell-scan.ts';
import { typedLines } from './prompts.ts';
import { type CodeBlock, codeBlocks } from './readme-blocks.ts';
import { typed as asTyped } from './typography.ts';

/** A command of a README, and what it is for. */
export interface Typed {
  readonly command: string;
  readonly deed: Deed;
}

/** A block of a README with the commands in it. */
export interface Block extends CodeBlock {
  readonly typed: readonly Typed[];
  /** Lines in which a word processor's signs were turned into those of a shell. */
  readonly mended: readonly string[];
}

/** How a README calls a script: what is run instead, or undefined where it is none that brings something up. */
export type ScriptCall = (command: string) => string | undefined;

const shells =
  /^(?:|sh|bash|shell|zsh|ksh|console|shell-?session|sh-session|bash-session|terminal|shellscript|text|txt|plaintext|docker|cli|commandline)$/;
/** The languages of blocks for PowerShell or cmd. */
export const windowsShells = /^(?:powershell|pwsh|ps|ps1|posh|cmd|bat|batch|batchfile|dos)$/;
const output = /\b(?:sa[ií]das?|output|resultados?|results?|esperad[oa]s?|expected|retorno)\b[^.]*:?\s*$/i;

/** Nobody types more than that; a README that has more is not read to its end. */
export const maxCommands = 400;
const maxLines = 4000;
const longestLine = 10_000;

/**
 * The blocks that a README brings its containers up by: those of code and of lines that are there for a command; where none of these
 * runs anything, what is mentioned in sentences and tables as well; and where that does not either, lines of plain text that begin
 * with docker. `withMentions`: what is mentioned counts in any case, as far as it makes nothing a second time. Pure.
 */
export function blocksOf(markdown: string, call: ScriptCall, withMentions: boolean): readonly Block[] {
  const found = codeBlocks(markdown)
    .filter(
      ({ language }) =>
        shells.test(language) || windowsShells.test(language) || language === 'inline' || language === 'mention',
    )
    .filter(block => !isOutput(block))
    .slice(0, maxCommands)
    .map(block => withCommands(block, call));
  // Prose speaks of commands that a block has as well.
  const inBlocks = found.filter(({ language }) => language !== 'inline' && language !== 'mention');
  const said = new Set(inBlocks.flatMap(({ typed }) => typed.map(({ command }) => bare(command))));
  const isNew = ({ typed }: Block) => typed.every(({ command }) => !said.has(bare(command)));
  const marked = found.filter(block => inBlocks.includes(block) || isNew(block));
  const strong = marked.filter(({ language }) => language !== 'mention');
  const names = new Set(strong.flatMap(namesIn));
  const fresh = marked.filter(it => strong.includes(it) || !namesIn(it).some(name => names.has(name)));
  const whole = withMentions ? fresh : strong;
  const makes = (blocks: readonly Block[], kind = 'makes') =>
    blocks.flatMap(({ typed }) => typed).filter(({ deed }) => deed.kind === kind).length;
  const hasOpen = found.some(({ closed }) => !closed);
  const plain = () => [withCommands(plainBlock(markdown), call)];
  if (runs(whole)) {
    const lines = hasOpen ? plain() : [];
    return makes(lines) > makes(whole) ? lines : whole;
  }
  if (makes(strong, 'compose') > 0) return strong;
  if (runs(marked)) return marked;
  const lines = plain();
  if (runs(lines)) return lines;
  const first = [strong, marked].find(blocks => makes(blocks) > 0 || makes(blocks, 'compose') > 0);
  return first ?? lines;
}

/** Names that containers are given. Pure. */
export function namesIn({ typed }: Block): string[] {
  return typed
    .filter(({ deed }) => deed.kind === 'makes')
    .flatMap(({ command }) => [...command.matchAll(/\s--name[\s=]+(\S+)/g)].map(([, name = '']) => name));
}

/** A text without Markdown, or with its commands in the middle of a list. */
function plainBlock(markdown: string): CodeBlock {
  const lines = markdown
    .split(/\r\n|\r|\n/)
    .map(line => line.replace(/^\s*(?:(?:[-*+]|\d+[.)])\s+)?/, '').replace(/^`+([^`]*)`+[.;:]?\s*$/, '$1'));
  const plain: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    const starts = /^(?:\$\s+)?(?:sudo\s+)?docker(?:\.exe)?\s+[a-z]+(?:\s|$)/.test(line) && !/\S[.:]\s*$|`/.test(line);
    const goes = /^(?:\$\s+)?cd\s+[\w./~"'\\-]+\s*$/.test(line);
    if (starts || goes || goesOn) plain.push(line.replace(/^\$\s+/, ''));
    goesOn = (starts || goesOn) && /(?:\\|\s`|\s\^)\s*$/.test(line);
  }
  return { language: '', lines: plain, headings: [], lead: '', closed: true };
}

function bare(command: string): string {
  return command.replace(/\\\n/g, ' ').replace(/\s+/g, ' ').trim();
}

function runs(blocks: readonly Block[]): boolean {
  return blocks.some(({ typed }) =>
    typed.some(({ command, deed }) => deed.kind === 'makes' && (runsContainers(command) || /^bash /.test(command))),
  );
}

/** Somebody shows what they got; it is not marked as commands. */
function isOutput({ language, lead, lines }: CodeBlock): boolean {
  return /^(?:|text|txt|plaintext)$/.test(language) && output.test(lead) && typedLines(lines).length === lines.length;
}

function withCommands(block: CodeBlock, call: ScriptCall): Block {
  const mended: string[] = [];
  const lines = (block.closed ? block.lines : block.lines.filter(isNoProse))
    .slice(0, maxLines)
    .filter(line => line.length <= longestLine)
    .map(line => {
      const right = asTyped(line);
      if (right !== line && /\bdocker\b|^\s*-/.test(right)) mended.push(right.trim());
      return right;
    });
  const typed = wholeCommands(typedLines(lines))
    .flatMap(partsOf)
    .map(command => translated(withoutSudo(command)))
    .map((command): Typed => {
      const deed = deedOf(command);
      const called = deed.kind === 'other' || deed.kind === 'prepares' ? call(command) : undefined;
      return called === undefined ? { command, deed } : { command: called, deed: { kind: 'makes', names: [] } };
    });
  return { ...block, typed, mended };
}

/** Of a fence that is not closed: headings, and sentences that begin with a capital letter and no program. */
function isNoProse(line: string): boolean {
  return !/^\s*#{2,6}\s|^\s*(?:[-*+]\s+|\d+[.)]\s+)?\p{Lu}(?:[\p{Ll}’'][\p{L}’']*)?(?:\s+[\p{L}(“"]|[,.:!]?\s*$)/u.test(
    line,
  );
}

function withoutSudo(command: string): string {
  return command.replace(/(^|[\s;&|(])sudo\s+(?:-[A-Za-z]\s+)*(?=\S)/g, '$1');
}
