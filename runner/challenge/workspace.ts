import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UsageError } from '../errors.ts';
import type { Language } from '../language/language.ts';
import { type WorkspaceMessages, workspaceMessages } from '../language/workspace.ts';
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

const keys = ['challenge', 'paths', 'binds', 'run'];
const nothing: Workspace = { paths: {}, binds: {} };

/**
 * Reads `lab.json` in a folder. Without one, or where it is about another challenge, nothing is said. Throws a UsageError
 * that says what is wrong with it.
 */
export async function readWorkspace(folder: string, challenge: Challenge, language: Language): Promise<Workspace> {
  const file = join(folder, 'lab.json');
  const t = workspaceMessages[language];
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw refusal(file, t.notReadable(messageOf(error)), challenge, t);
  });
  if (text === undefined) return nothing;
  try {
    return parseWorkspace(text, challenge, t);
  } catch (error) {
    if (error instanceof RangeError) throw refusal(file, error.message, challenge, t);
    throw error;
  }
}

/**
 * Reads the text of a `lab.json`. One that is about another challenge says nothing. Throws a RangeError with what is wrong, for
 * people.
 */
export function parseWorkspace(text: string, challenge: Challenge, t: WorkspaceMessages): Workspace {
  const content = parseJson(text, t);
  if (!isObject(content)) throw new RangeError(t.notAnObject);
  const unknown = Object.keys(content).find(key => !keys.includes(key));
  if (unknown !== undefined) throw new RangeError(t.unknownKey(unknown, keys));
  const { challenge: about = challenge.id, paths = {}, binds = {}, run } = content;
  if (typeof about !== 'string') throw new RangeError(t.challengeNotText);
  if (about !== challenge.id && !(/^\d+$/.test(about) && Number(about) === challenge.number)) return nothing;
  if (!isObject(paths)) throw new RangeError(t.pathsNotAnObject);
  if (!isObject(binds)) throw new RangeError(t.bindsNotAnObject);
  if (run !== undefined && (typeof run !== 'string' || run.trim() === '')) throw new RangeError(t.runNotText);
  const checked = (key: string, values: Record<string, unknown>, form: RegExp, wrong: (role: string) => string) =>
    Object.fromEntries(
      Object.entries(values).map(([role, value]) => {
        const roles = challenge.roles.map(({ id }) => id);
        if (!roles.includes(role)) throw new RangeError(t.unknownRole(key, role, roles));
        if (typeof value !== 'string' || !form.test(value)) throw new RangeError(wrong(role));
        return [role, value] as const;
      }),
    );
  return {
    paths: checked('paths', paths, /^\/[^\s#]*$/, t.notAPath),
    binds: checked('binds', binds, /^[\w./:-]+$/, t.notAName),
    ...(run === undefined ? {} : { run }),
  };
}

function parseJson(text: string, t: WorkspaceMessages): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RangeError(t.notJson(messageOf(error)));
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refusal(file: string, why: string, challenge: Challenge, t: WorkspaceMessages): UsageError {
  const [role] = challenge.roles;
  const example = JSON.stringify({ challenge: challenge.id, paths: role === undefined ? {} : { [role.id]: '/u' } });
  return new UsageError(t.cannotUse(file), { why, next: [t.repair(file, example)] });
}
