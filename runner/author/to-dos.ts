import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../base/message.ts';
import { say } from '../language/say.ts';

/** What an author still has to write: `lab author new` leaves these. A starter may have some of its own, for learners. */
export async function problemsOfToDos(folder: string): Promise<Message[]> {
  const names = await readdir(folder, { recursive: true });
  const texts = names.filter(name => /\.(?:ts|md|sh)$|Dockerfile$/.test(name) && !/^starter[\\/]/.test(name)).sort();
  const told = texts.map(async path => {
    const text = await readFile(join(folder, path), 'utf8');
    const lines = text.split('\n').flatMap((line, index) => (line.includes('TODO:') ? [String(index + 1)] : []));
    return lines.length === 0 ? [] : [say('author.to-do', { path, lines })];
  });
  return (await Promise.all(told)).flat();
}
