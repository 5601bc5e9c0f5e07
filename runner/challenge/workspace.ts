import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UsageError } from '../base/errors.ts';
import type { Language } from '../base/language.ts';
import type { Message } from '../base/message.ts';
import { say } from '../language/say.ts';
import { inLanguage } from '../language/tell.ts';
import type { Challenge } from './definition.ts';

/** What a learner says about a solution in the workspace's `lab.json`, where the lab would not find it out. */
export interface Workspace {
  /** Role → the path under which a gateway serves it. */
  readonly paths: Readonly<Record<string, string>>;
  /** Role → the name of the container or volume that plays it. */
  readonly binds: Readonly<Record<string, string>>;
  /** How it is brought up where somebody else does it: a script's file, or a command. Nobody but the grader runs it. */
  readonly run?: string;
}

/** A `lab.json` that cannot be used, and why. */
export class BadWorkspace extends RangeError {
  override readonly name = 'BadWorkspace';
  readonly finding: Message;

  constructor(finding: Message) {
    super(finding.code);
    this.finding = finding;
  }
}

const keys = ['challenge', 'paths', 'binds', 'run'];
const nothing: Workspace = { paths: {}, binds: {} };

/**
 * Reads `lab.json` in a folder. Without one, or where it is about another challenge, nothing is said. Throws a UsageError
 * that says what is wrong with it.
 */
export async function readWorkspace(folder: string, challenge: Challenge, language: Language): Promise<Workspace> {
  const file = join(folder, 'lab.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw refusal(file, say('lab-json.not-readable', { reason: messageOf(error) }), challenge, language);
  });
  if (text === undefined) return nothing;
  try {
    return parseWorkspace(text, challenge);
  } catch (error) {
    if (error instanceof BadWorkspace) throw refusal(file, error.finding, challenge, language);
    throw error;
  }
}

/**
 * Reads the text of a `lab.json`. One that is about another challenge says nothing. Throws BadWorkspace with what is wrong.
 */
export function parseWorkspace(text: string, challenge: Challenge): Workspace {
  const content = parseJson(text);
  if (!isObject(content)) throw new BadWorkspace(say('lab-json.not-an-object'));
  const unknown = Object.keys(content).find(key => !keys.includes(key));
  if (unknown !== undefined) throw new BadWorkspace(say('lab-json.unknown-key', { key: unknown, known: keys }));
  const { challenge: about = challenge.id, paths = {}, binds = {}, run } = content;
  if (typeof about !== 'string') throw new BadWorkspace(say('lab-json.challenge-not-text'));
  if (about !== challenge.id && !(/^\d+$/.test(about) && Number(about) === challenge.number)) return nothing;
  if (!isObject(paths)) throw new BadWorkspace(say('lab-json.paths-not-an-object'));
  if (!isObject(binds)) throw new BadWorkspace(say('lab-json.binds-not-an-object'));
  if (run !== undefined && (typeof run !== 'string' || run.trim() === ''))
    throw new BadWorkspace(say('lab-json.run-not-text'));
  const checked = (key: string, values: Record<string, unknown>, form: RegExp, wrong: (role: string) => Message) =>
    Object.fromEntries(
      Object.entries(values).map(([role, value]) => {
        const roles = challenge.roles.map(({ id }) => id);
        if (!roles.includes(role)) throw new BadWorkspace(say('lab-json.unknown-role', { key, role, known: roles }));
        if (typeof value !== 'string' || !form.test(value)) throw new BadWorkspace(wrong(role));
        return [role, value] as const;
      }),
    );
  return {
    paths: checked('paths', paths, /^\/[^\s#]*$/, role => say('lab-json.not-a-path', { role })),
    binds: checked('binds', binds, /^[\w./:-]+$/, role => say('lab-json.not-a-name', { role })),
    ...(run === undefined ? {} : { run }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadWorkspace(say('lab-json.not-json', { reason: messageOf(error) }));
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refusal(file: string, finding: Message, challenge: Challenge, language: Language): UsageError {
  const [role] = challenge.roles;
  const example = JSON.stringify({ challenge: challenge.id, paths: role === undefined ? {} : { [role.id]: '/u' } });
  return new UsageError(inLanguage(say('lab-json.cannot-use', { file }), language), {
    why: inLanguage(finding, language),
    next: [inLanguage(say('lab-json.repair', { file, example }), language)],
  });
}
