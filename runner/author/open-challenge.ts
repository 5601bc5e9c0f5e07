import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { messageOf } from '../base/errors.ts';
import { languages } from '../base/language.ts';
import type { Message } from '../base/message.ts';
import type { Challenge } from '../challenge/definition.ts';
import { say } from '../language/say.ts';

/** What a folder's `challenge.ts` exports, under whatever name; or why there is nothing to look at. */
export interface OpenChallenge {
  readonly challenge: Challenge | undefined;
  readonly problems: readonly Message[];
}

/** Loads the definition in a folder that has a `challenge.ts`. What is wrong with it is told, never thrown. */
export async function openChallenge(folder: string): Promise<OpenChallenge> {
  const file = join(folder, 'challenge.ts');
  const source = await readFile(file, 'utf8');
  const untold = languages.filter(
    language => source.includes(`/texts/${language}.ts`) && !existsSync(join(folder, 'texts', `${language}.ts`)),
  );
  const missing = untold.map(language => say('author.texts-missing', { language }));
  if (missing.length > 0) return { challenge: undefined, problems: missing };
  try {
    const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
    const challenge = Object.values(exported).find(isChallenge);
    return { challenge, problems: challenge === undefined ? [say('author.exports-none')] : [] };
  } catch (error) {
    return { challenge: undefined, problems: [say('author.not-loaded', { reason: reasonOf(error, folder) })] };
  }
}

function isChallenge(value: unknown): value is Challenge {
  return typeof value === 'object' && value !== null && 'objectives' in value && 'roles' in value && 'id' in value;
}

/** Why a module could not be loaded, with paths as the author knows them. */
function reasonOf(error: unknown, folder: string): Message | string {
  const url = error instanceof Error && 'url' in error ? String(error.url) : '';
  if (url.startsWith('file:')) return say('author.no-import', { path: relative(folder, fileURLToPath(url)) });
  const [line = ''] = messageOf(error).split('\n');
  return line.replaceAll(pathToFileURL(`${folder}/`).href, '').replaceAll(`${folder}/`, '');
}
