import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { messageOf, UsageError } from '../base/errors.ts';
import type { Challenge } from '../challenge/definition.ts';

/** A challenge and the folder it is in. */
export interface OpenChallenge {
  readonly challenge: Challenge;
  readonly folder: string;
}

/**
 * The challenge that a folder's `challenge.ts` exports, under whatever name. Throws UsageError where there is none. (Messages
 * to authors are in English.)
 */
export async function openChallenge(path: string, cwd: string): Promise<OpenChallenge> {
  const folder = resolve(cwd, path);
  const file = join(folder, 'challenge.ts');
  let exported: Record<string, unknown>;
  try {
    exported = await import(pathToFileURL(file).href);
  } catch (error) {
    throw new UsageError(`${file} could not be loaded.`, { why: messageOf(error) });
  }
  const challenge = Object.values(exported).find(isChallenge);
  if (challenge === undefined) throw new UsageError(`${file} exports no challenge.`);
  return { challenge, folder };
}

function isChallenge(value: unknown): value is Challenge {
  return typeof value === 'object' && value !== null && 'objectives' in value && 'roles' in value && 'id' in value;
}
