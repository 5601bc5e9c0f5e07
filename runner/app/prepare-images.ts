import { imagesNeededBy } from '../../lab-images/images.ts';
import type { Language } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { ConnectedEngine, Lab } from './lab.ts';

/** Where a screen has the terminal: who is told a line on the way, in which language, and how it is called off. */
export interface PrepareOptions {
  readonly say?: (line: string) => void;
  readonly language?: Language;
  readonly signal?: AbortSignal;
}

/** Builds the lab images that these challenges need where they are missing or out of date, and says so on the way. */
export async function prepareImages(
  lab: Lab,
  { engine }: ConnectedEngine,
  challenges: readonly Pick<Challenge, 'id'>[],
  { say = text => lab.err.write(`${text}\n`), language = lab.language, signal = lab.signal }: PrepareOptions = {},
): Promise<void> {
  const { buildLabImages } = await import('../setup/images/build.ts');
  const { root, env } = lab;
  const only = imagesNeededBy(challenges.map(({ id }) => id));
  await buildLabImages({ engine, root, env, language, signal, only, say });
}
