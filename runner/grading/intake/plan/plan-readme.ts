import type { Message } from '../../../base/message.ts';
import { say } from '../../../language/say.ts';
import { printable } from '../printable.ts';
import { leavesItToCompose } from './compose-script.ts';
import { type Deed, deedOf } from './docker-deed.ts';
import { foreignSyntax, translated } from './powershell.ts';
import { typedLines } from './prompts.ts';
import { type CodeBlock, codeBlocks } from './readme-blocks.ts';
import { ReadmeFolder } from './readme-folder.ts';
import { partsOf, wholeCommands } from './shell-scan.ts';

/** What a README's commands come to. */
export type ReadmePlan =
  | { readonly kind: 'script'; readonly script: string; readonly remarks: readonly Message[] }
  | { readonly kind: 'compose' }
  /** It says it in a way that bash does not understand: `what`, as it stands there. */
  | { readonly kind: 'foreign'; readonly what: string }
  | { readonly kind: 'nothing' };

const shells =
  /^(?:|sh|bash|shell|zsh|ksh|console|shell-?session|sh-session|bash-session|terminal|shellscript|text|txt|plaintext|docker|cli|commandline)$/;
const windowsShells = /^(?:powershell|pwsh|ps|ps1|posh|cmd|bat|batch|batchfile|dos)$/;
const windowsHeading = /\b(?:powershell|windows|cmd\.exe)\b/i;
/** What comes after it is said a second time, in another way. Compose's commands are left out by themselves. */
const alternative =
  /^\W*(?:or\b|ou\b|instead\b|em vez\b|se preferir|if you prefer)|\balternativ|\bse preferir\b|^\W*(?:troubleshooting|problemas comuns|soluç(?:ão|ões) de problemas|faq|d[úu]vidas)\b/i;
const optional = /\b(?:opcional|optional)/i;
const output = /\b(?:sa[ií]das?|output|resultados?|results?|esperad[oa]s?|expected|retorno)\b[^.]*:?\s*$/i;

/** Nobody types more than that; a README that has more is not read to its end. */
const maxCommands = 400;
const maxLines = 4000;
const longestLine = 10_000;

interface Block extends CodeBlock {
  readonly typed: readonly Typed[];
}

interface Typed {
  readonly command: string;
  readonly deed: Deed;
}

/**
 * The docker commands that a README tells to type, as a script for bash. Left out are commands that only show something, blocks that
 * offer another way, and those that remove at the end what the others have made. `folders` are those below the part's folder.
 */
export function planReadme(markdown: string, folders: ReadonlySet<string>): ReadmePlan {
  const all = blocksOf(markdown.replace(/^\uFEFF/, ''));
  const unix = all.filter(block => !isWindows(block));
  const chosen = unix.some(makesSomething) ? unix : all;
  const main = chosen.filter(block => !isAlternative(block, chosen));
  const used = main.some(makesSomething) ? main : chosen;
  const remarks =
    used.length < chosen.length ? [say('intake.alternatives-left-out', { count: chosen.length - used.length })] : [];
  const typed = used.flatMap(block => block.typed).slice(0, maxCommands);
  if (!typed.some(({ deed }) => deed.kind === 'makes'))
    return {
      kind: chosen.some(block => block.typed.some(({ deed }) => deed.kind === 'compose')) ? 'compose' : 'nothing',
    };
  if (leavesItToCompose(typed.map(({ command }) => command))) return { kind: 'compose' };
  const what = typed.filter(isRun).flatMap(({ command }) => foreignSyntax(command) ?? [])[0];
  if (what !== undefined) return { kind: 'foreign', what: printable(what, 40) };
  const { lines, dropped, templates } = scriptLines(typed, folders);
  if (dropped.length > 0)
    remarks.push(say('intake.clean-up-left-out', { commands: printable(dropped.join('; '), 200) }));
  if (templates.length > 0)
    remarks.push(say('intake.placeholders-left-out', { commands: printable(templates.join('; '), 200) }));
  if (typed.some(({ deed }) => deed.kind === 'compose')) remarks.push(say('intake.compose-left-out'));
  return lines.some(line => /\bdocker\b/.test(line))
    ? { kind: 'script', script: `${lines.join('\n')}\n`, remarks }
    : { kind: 'nothing' };
}

function blocksOf(markdown: string): Block[] {
  const found = codeBlocks(markdown)
    .filter(block => shells.test(block.language) || windowsShells.test(block.language) || block.language === 'inline')
    .filter(block => !isOutput(block))
    .slice(0, maxCommands)
    .map(withCommands);
  // Prose speaks of commands that a block has as well.
  const inBlocks = new Set(
    found
      .filter(({ language }) => language !== 'inline')
      .flatMap(({ typed }) => typed.map(({ command }) => bare(command))),
  );
  const marked = found.filter(
    ({ language, typed }) => language !== 'inline' || typed.every(({ command }) => !inBlocks.has(bare(command))),
  );
  if (marked.some(block => block.typed.some(({ deed }) => deed.kind === 'makes' || deed.kind === 'compose')))
    return marked;
  // A text without Markdown, or with its commands in the middle of a list.
  const lines = markdown
    .split(/\r\n|\r|\n/)
    .map(line => line.replace(/^\s*(?:(?:[-*+]|\d+[.)])\s+)?/, '').replace(/^`+([^`]*)`+[.;:]?\s*$/, '$1'));
  const plain: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    const starts = /^(?:\$\s+)?(?:sudo\s+)?docker(?:\.exe)?\s+[a-z]+(?:\s|$)/.test(line) && !/[.:]\s*$|`/.test(line);
    if (starts || goesOn) plain.push(line.replace(/^\$\s+/, ''));
    goesOn = (starts || goesOn) && /(?:\\|\s`|\s\^)\s*$/.test(line);
  }
  return [withCommands({ language: '', lines: plain, headings: [], lead: '' })];
}

function bare(command: string): string {
  return command.replace(/\\\n/g, ' ').replace(/\s+/g, ' ').trim();
}

function isWindows({ language, headings, lead }: CodeBlock): boolean {
  return windowsShells.test(language) || windowsHeading.test(headings.at(-1) ?? '') || /\bpowershell\b/i.test(lead);
}

/** Another way, or something optional that would take the name of what there is already. */
function isAlternative(block: Block, all: readonly Block[]): boolean {
  const said = [block.lead, ...block.headings];
  if (said.some(text => alternative.test(text))) return true;
  if (!said.some(text => optional.test(text))) return false;
  const names = new Set(namesIn(block));
  return all.some(other => other !== block && namesIn(other).some(name => names.has(name)));
}

/** Names that containers are given. */
function namesIn({ typed }: Block): string[] {
  return typed
    .filter(({ deed }) => deed.kind === 'makes')
    .flatMap(({ command }) => [...command.matchAll(/\s--name[\s=]+(\S+)/g)].map(([, name = '']) => name));
}

/** Somebody shows what they got; it is not marked as commands. */
function isOutput({ language, lead, lines }: CodeBlock): boolean {
  return /^(?:|text|txt|plaintext)$/.test(language) && output.test(lead) && typedLines(lines).length === lines.length;
}

function makesSomething({ typed }: Block): boolean {
  return typed.some(({ deed }) => deed.kind === 'makes');
}

function withCommands(block: CodeBlock): Block {
  const typed = wholeCommands(typedLines(block.lines.slice(0, maxLines).filter(line => line.length <= longestLine)))
    .flatMap(partsOf)
    .map(command => translated(withoutSudo(command)))
    .map(command => ({ command, deed: deedOf(command) }));
  return { ...block, typed };
}

function withoutSudo(command: string): string {
  return command.replace(/(^|[\s;&|(])sudo\s+(?:-[A-Za-z]\s+)*(?=\S)/g, '$1');
}

function isRun({ command, deed }: Typed): boolean {
  return deed.kind === 'makes' || deed.kind === 'prepares' || deed.kind === 'other' || command.startsWith('$');
}

function scriptLines(typed: readonly Typed[], folders: ReadonlySet<string>) {
  const folder = new ReadmeFolder(folders);
  const lines: string[] = [];
  const dropped: string[] = [];
  const templates: string[] = [];
  for (const [index, { command, deed }] of typed.entries()) {
    const isMadeAgain = () =>
      typed.slice(index + 1).some(it => it.deed.kind === 'makes' && mentionsAny(it.command, deed.names));
    if (deed.kind === 'makes' && /<[\p{L}][\p{L}\d _-]*>/u.test(command)) templates.push(command);
    else if (deed.kind === 'makes') lines.push(withoutKeyboard(command));
    else if (deed.kind === 'removes' && isMadeAgain())
      // On a fresh engine there may be nothing to remove yet.
      lines.push(/[#\n]/.test(command) ? command : `${command} || true`);
    else if (deed.kind === 'removes' || deed.kind === 'prunes') dropped.push(command);
    else if (deed.kind === 'prepares') {
      const target = /^cd\s+(\S.*?)\s*(?:#.*)?$/.exec(command)?.[1];
      const line = target === undefined ? command : folder.enter(target);
      if (line !== undefined) lines.push(line);
    }
  }
  return { lines, dropped, templates };
}

/** A name that is worked out by the shell could be any. */
function mentionsAny(command: string, names: readonly string[]): boolean {
  if (names.some(name => name.includes('$'))) return true;
  const words = new Set(command.split(/[\s=:'",/]+/));
  return names.some(name => words.has(name.split(':')[0] ?? name));
}

/**
 * Nobody is at the keyboard. A container that somebody would have left open in their terminal runs in the background instead,
 * with a terminal of its own; see docker-run(1).
 */
function withoutKeyboard(command: string): string {
  if (/^docker\s+(?:container\s+)?run\s/.test(command))
    return /\s(?:-[a-z]*d[a-z]*|--detach)(?=\s)/.test(command)
      ? command
      : command.replace(/\s-(?:it|ti)(?=\s)/, ' -dit');
  if (/^docker\s+(?:container\s+)?exec\s/.test(command)) return command.replace(/\s-(?:it|ti|t)(?=\s)/, ' -i');
  return command;
}
