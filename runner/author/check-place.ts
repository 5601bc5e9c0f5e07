import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Message } from '../base/message.ts';
import type { Challenge } from '../challenge/definition.ts';
import { say } from '../language/say.ts';

/**
 * What does not agree with where a challenge stands: its folder's name and, for those in the lab's own checkout `root`, the
 * catalogue and the test that proves it.
 */
export async function problemsOfPlace({ id }: Challenge, folder: string, root: string): Promise<Message[]> {
  const name = basename(folder);
  const named = name === id ? [] : [say('author.folder-name', { folder: name, id })];
  if (relative(join(root, 'challenges'), dirname(folder)) !== '') return named;
  const proof = proofFile(root, name);
  const [catalogue, proves] = await Promise.all([textOf(join(root, 'challenges', 'catalogue.ts')), textOf(proof)]);
  return [
    ...named,
    ...(catalogue.includes(`'./${name}/challenge.ts'`) ? [] : [say('author.not-in-catalogue', { id: name })]),
    ...(proves.includes(`challenges/${name}/challenge.ts`)
      ? []
      : [say('author.no-proof', { file: relative(root, proof) })]),
  ];
}

/** The test that proves a challenge on an engine. `name` is its folder's. */
export function proofFile(root: string, name: string): string {
  return join(root, 'runner/test/challenges', `proof-${/^\d+/.exec(name)?.[0] ?? name}.test.ts`);
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
