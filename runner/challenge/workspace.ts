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
}

const keys = ['challenge', 'paths'];
const nothing: Workspace = { paths: {} };

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

/** Throws a RangeError with what is wrong. */
function parseWorkspace(text: string, challenge: Challenge, t: WorkspaceMessages): Workspace {
  const content = parseJson(text, t);
  if (!isObject(content)) throw new RangeError(t.notAnObject);
  const unknown = Object.keys(content).find(key => !keys.includes(key));
  if (unknown !== undefined) throw new RangeError(t.unknownKey(unknown, keys));
  const { challenge: about = challenge.id, paths = {} } = content;
  if (typeof about !== 'string') throw new RangeError(t.challengeNotText);
  if (about !== challenge.id) return nothing;
  if (!isObject(paths)) throw new RangeError(t.pathsNotAnObject);
  const roles = challenge.roles.map(({ id }) => id);
  const checked = Object.entries(paths).map(([role, path]) => {
    if (!roles.includes(role)) throw new RangeError(t.unknownRole(role, roles));
    if (typeof path !== 'string' || !/^\/[^\s#]*$/.test(path)) throw new RangeError(t.notAPath(role));
    return [role, path] as const;
  });
  return { paths: Object.fromEntries(checked) };
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
