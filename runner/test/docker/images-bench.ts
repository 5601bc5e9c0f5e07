import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { $ } from 'zx/core';
import { labImages } from '../../../lab-images/images.ts';
import { openEngine } from '../../engine/dockerode/dockerode-engine.ts';
import { label } from '../../engine/labels.ts';
import { type BuildLabImagesOptions, buildLabImages } from '../../setup/images/build.ts';

/** The machine's own lab images are looked at; what is built goes by this prefix, another for each test file, and goes again. */
export const prefix = `estaleiro-test-${randomBytes(4).toString('hex')}/`;
/** The checkout. */
export const root = join(import.meta.dirname, '../../..');
/** The real engine. */
export const engine = openEngine({ address: process.env.DOCKER_HOST ?? '' });
/** On what a build of the test leaves beside its result. */
export const testLabel = `estaleiro.test=${prefix}`;
/** Runs a command that has to succeed. */
export const docker = $({ quiet: true });
/** Runs a command that may fail. */
export const tolerant = $({ quiet: true, nothrow: true });
/** The environment without what would choose where images come from. */
export const env = { ...process.env, LAB_IMAGES_SOURCE: undefined, LAB_REGISTRY: undefined };

/** Builds under the test's prefix, and returns what was said. */
export async function build(options: Partial<BuildLabImagesOptions> = {}): Promise<string[]> {
  const said: string[] = [];
  await buildLabImages({ engine, root, env, language: 'en', prefix, say: line => said.push(line), ...options });
  return said;
}

/** Removes all images whose names match, by tag and by digest. */
export async function removeImages(reference: string): Promise<void> {
  const format = '{{.Repository}}:{{.Tag}} {{.Repository}}@{{.Digest}}';
  const found = await docker`docker images --digests --filter reference=${reference} --format ${format}`;
  const names = found.stdout.split(/\s+/).filter(name => name !== '' && !name.includes('<none>'));
  if (names.length > 0) await tolerant`docker image rm --force ${names}`;
}

/** To be called once in each test file: after its tests, nothing that they built is there. */
export function removeBuiltImages(): void {
  afterAll(async () => {
    await removeImages(`${prefix}*`);
    // What a build that failed left inherits the label of the image that it stood on.
    for (const left of [testLabel, ...labImages.map(({ name }) => `${label.image}=${prefix}${name}`)])
      await tolerant`docker image prune --force --filter ${`label=${left}`}`;
    await engine[Symbol.asyncDispose]();
  });
}
