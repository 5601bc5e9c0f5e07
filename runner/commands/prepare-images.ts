import { imagesNeededBy } from '../../lab-images/images.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { ConnectedEngine, Lab } from './lab.ts';

/** Builds the lab images that these challenges need where they are missing or out of date, and says so on the way. */
export async function prepareImages(
  lab: Lab,
  { engine }: ConnectedEngine,
  challenges: readonly Pick<Challenge, 'id'>[],
): Promise<void> {
  const { buildLabImages } = await import('../setup/images/build.ts');
  const { root, env, language, signal } = lab;
  const only = imagesNeededBy(challenges.map(({ id }) => id));
  await buildLabImages({ engine, root, env, language, signal, only, say: text => lab.err.write(`${text}\n`) });
}
