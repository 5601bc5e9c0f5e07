import type { Message } from '../../../../base/message.ts';
import { say } from '../../../../language/say.ts';
import { printable } from '../../printable.ts';
import { leavesItToCompose } from '../compose-script.ts';
import { foreignSyntax } from '../powershell.ts';
import type { CodeBlock } from './readme-blocks.ts';
import {
  type Block,
  blocksOf,
  maxCommands,
  namesIn,
  type ScriptCall,
  type Typed,
  windowsShells,
} from './readme-commands.ts';
import { type ReadmeFiles, ReadmeFolder } from './readme-folder.ts';

/** What a README's commands come to. */
export type ReadmePlan =
  | { readonly kind: 'script'; readonly script: string; readonly remarks: readonly Message[] }
  | { readonly kind: 'compose' }
  /** It says it in a way that bash does not understand: `what`, as it stands there. */
  | { readonly kind: 'foreign'; readonly what: string }
  | { readonly kind: 'nothing' };

const windowsHeading = /\b(?:powershell|windows|cmd\.exe)\b/i;
/** What comes after it is said a second time, in another way. Compose's commands are left out by themselves. */
const alternative =
  /^\W*(?:or\b|ou\b|instead\b|em vez\b|se preferir|if you prefer)|\balternativ|\bse preferir\b|^\W*(?:troubleshooting|problemas comuns|soluç(?:ão|ões) de problemas|faq|d[úu]vidas)\b/i;
/** `<name>`, or three dots: something is to be filled in. */
const template = /<[\p{L}][\p{L}\d _-]*>|\s(?:\.\.\.|…)(?=\s|$)/u;
const optional = /\b(?:opcional|optional)/i;

/** What is beside a README. */
export interface ReadmeSurroundings extends ReadmeFiles {
  readonly call: ScriptCall;
  /** The texts of the scripts that commands call. */
  textsCalled(commands: readonly string[]): readonly string[];
}

/**
 * The docker commands that a README tells to type, as a script for bash. Left out are commands that only show something, blocks that
 * offer another way, and those that remove at the end what the others have made.
 * `withMentions`: commands that stand in a sentence count beside those of blocks.
 */
export function planReadme(markdown: string, there: ReadmeSurroundings, withMentions = false): ReadmePlan {
  const all = blocksOf(markdown.replace(/^\uFEFF/, ''), there.call, withMentions);
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
  if (leavesItToCompose(withCalled(typed, there))) return { kind: 'compose' };
  const what = typed.filter(isRun).flatMap(({ command }) => foreignSyntax(command) ?? [])[0];
  if (what !== undefined) return { kind: 'foreign', what: printable(what, 40) };
  const { lines, dropped, templates } = scriptLines(typed, there);
  if (dropped.length > 0)
    remarks.push(say('intake.clean-up-left-out', { commands: printable(dropped.join('; '), 200) }));
  if (templates.length > 0)
    remarks.push(say('intake.placeholders-left-out', { commands: printable(templates.join('; '), 200) }));
  if (typed.some(({ deed }) => deed.kind === 'compose')) remarks.push(say('intake.compose-left-out'));
  const mended = used.flatMap(block => block.mended)[0];
  if (mended !== undefined) remarks.push(say('intake.typography-mended', { command: printable(mended, 120) }));
  if (used.some(isWindows)) remarks.push(say('intake.translated', {}));
  return typed.some(({ deed }) => deed.kind === 'makes') && lines.some(line => /\bdocker\b|^bash /.test(line))
    ? { kind: 'script', script: `${lines.join('\n')}\n`, remarks }
    : { kind: 'nothing' };
}

function withCalled(typed: readonly Typed[], there: ReadmeSurroundings): string[] {
  const commands = typed.map(({ command }) => command);
  return [...commands, ...there.textsCalled(commands)];
}

function isWindows({ language, headings, lead }: CodeBlock): boolean {
  return windowsShells.test(language) || windowsHeading.test(headings.at(-1) ?? '') || /\bpowershell\b/i.test(lead);
}

/** Another way, or something optional that would take the name of what there is already. */
function isAlternative(block: Block, all: readonly Block[]): boolean {
  if (isOnlyWay(block, all)) return false;
  const said = [block.lead, ...block.headings];
  if (said.some(text => alternative.test(text))) return true;
  if (!said.some(text => optional.test(text))) return false;
  const names = new Set(namesIn(block));
  return all.some(other => other !== block && namesIn(other).some(name => names.has(name)));
}

/** What is sent to a container in one line, where before it there is only the same by hand: “or, directly: docker exec …”. */
function isOnlyWay(block: Block, all: readonly Block[]): boolean {
  const made = block.typed.filter(({ deed }) => deed.kind === 'makes');
  const before = all[all.indexOf(block) - 1];
  if (made.length === 0 || before === undefined || makesSomething(before)) return false;
  return made.every(({ command }) => /^docker\s+(?:container\s+)?exec\s/.test(command));
}

function makesSomething({ typed }: Block): boolean {
  return typed.some(({ deed }) => deed.kind === 'makes');
}

function isRun({ command, deed }: Typed): boolean {
  return deed.kind === 'makes' || deed.kind === 'prepares' || deed.kind === 'other' || command.startsWith('$');
}

function scriptLines(typed: readonly Typed[], there: ReadmeSurroundings) {
  const folder = new ReadmeFolder(there);
  const lines: string[] = [];
  const dropped: string[] = [];
  const templates: string[] = [];
  for (const [index, { command, deed }] of typed.entries()) {
    const isMadeAgain = () =>
      typed.slice(index + 1).some(it => it.deed.kind === 'makes' && mentionsAny(it.command, deed.names));
    if (deed.kind === 'makes' && template.test(command)) templates.push(command);
    else if (deed.kind === 'makes') lines.push(...folder.at(withoutKeyboard(command)));
    else if (deed.kind === 'uses' && lines.some(line => /\bdocker\b|^bash /.test(line))) lines.push(patient(command));
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

/** What has just been started may not listen yet: a person would have taken their time. */
function patient(command: string): string {
  const retry = '--retry 10 --retry-connrefused --retry-all-errors --retry-delay 1 --max-time 10';
  return /\scurl\s[^\n]*--retry\b/.test(` ${command}`)
    ? command
    : command.replace(/(^|[\s;&|(])curl(?=\s)/g, `$1curl ${retry}`);
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
