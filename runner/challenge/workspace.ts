import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UsageError } from '../base/errors.ts';
import type { Language } from '../base/language.ts';
import type { Message } from '../base/message.ts';
import { say } from '../language/say.ts';
import { inLanguage } from '../language/tell.ts';
import type { Challenge } from './definition.ts';
import { noWorkspace, type Workspace } from './lab-json-content.ts';

export type { Workspace };

/**
 * Reads `lab.json` in a folder. Without one, or where it is about another challenge, nothing is said. Throws a UsageError
 * that says what is wrong with it.
 */
export async function readWorkspace(folder: string, challenge: Challenge, language: Language): Promise<Workspace> {
  const file = join(folder, 'lab.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    const finding = say('lab-json.not-readable', { reason: messageOf(error) });
    throw refusal(file, inLanguage(finding, language), challenge, language);
  });
  if (text === undefined) return noWorkspace;
  // Few have one: what reads it is loaded for them only.
  const [{ parseLabJson }, { problemLines }] = await Promise.all([
    import('./lab-json.ts'),
    import('../format/problem-line.ts'),
  ]);
  const read = parseLabJson(text, challenge);
  if (read.kind === 'read') return read.value;
  throw refusal(file, problemLines(read.problems, language), challenge, language);
}

function refusal(file: string, why: string, challenge: Challenge, language: Language): UsageError {
  const [role] = challenge.roles;
  const example = JSON.stringify({ challenge: challenge.id, paths: role === undefined ? {} : { [role.id]: '/u' } });
  const told = (message: Message) => inLanguage(message, language);
  return new UsageError(told(say('lab-json.cannot-use', { file })), {
    why,
    next: [told(say('lab-json.repair', { file, example }))],
  });
}
