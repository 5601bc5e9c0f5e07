import { imagesNeededBy } from '../../lab-images/images.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { ConnectedEngine, Lab } from './lab.ts';

/** Builds the lab images that these challenges need where they are missing or out of date, and says so on the way. */
export function prepareImages(
  lab: Lab,
  connected: ConnectedEngine,
  challenges: readonly Pick<Challenge, 'id'>[],
): Promise<void> {
  return prepareOnly(lab, connected, imagesNeededBy(challenges.map(({ id }) => id)));
}

async function prepareOnly(lab: Lab, { engine }: ConnectedEngine, only: readonly string[]): Promise<void> {
  const { buildLabImages } = await import('../setup/images/build.ts');
  const { root, env, language, signal } = lab;
  await buildLabImages({ engine, root, env, language, signal, only, say: text => lab.err.write(`${text}\n`) });
}

/** What looking at the learner's containers needs. */
export function prepareProbe(lab: Lab, connected: ConnectedEngine): Promise<void> {
  return prepareOnly(lab, connected, ['probe']);
}
