import type { ConnectedEngine, Lab } from './lab.ts';

/** Builds the lab images that are missing or out of date, and says so on the way; only these where some are named. */
export async function prepareImages(
  lab: Lab,
  { engine }: ConnectedEngine,
  only: readonly string[] = [],
): Promise<void> {
  const { buildLabImages } = await import('../setup/images/build.ts');
  const { root, env, language, signal } = lab;
  await buildLabImages({ engine, root, env, language, signal, only, say: text => lab.err.write(`${text}\n`) });
}

/** What looking at the learner's containers needs. */
export function prepareProbe(lab: Lab, connected: ConnectedEngine): Promise<void> {
  return prepareImages(lab, connected, ['probe']);
}
