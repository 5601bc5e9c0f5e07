import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabImage } from '../../../lab-images/lab-image.ts';
import { privateAuthorities } from './authorities.ts';
import { formatSource, type ImageSource } from './image-source.ts';
import { projectNodeVersion } from './npm-packages.ts';

/** Goes up whenever the way in which images are put together changes what comes out. */
const assembly = 1;

/** Where the inputs of the images are found. */
export interface InputsPlace {
  /** The checkout. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A file of the build context. */
export interface ContextFile {
  /** In the context. */
  readonly name: string;
  readonly content: Buffer;
}

/**
 * The files of the checkout that go into an image's build context: the Dockerfile, and what it copies. Throws where the
 * Dockerfile, or all that it copies, is missing.
 */
export async function contextFiles(image: LabImage, root: string): Promise<ContextFile[]> {
  const folder = join(root, 'lab-images', image.folder);
  const dockerfile = { name: 'Dockerfile', content: await readFile(join(folder, image.dockerfile)) };
  const { copies } = image.base;
  if (copies === undefined) return [dockerfile];
  const found = (await readdir(folder, { recursive: true })).filter(name => copies.test(name)).sort();
  if (found.length === 0) throw new Error(`${folder} has no file that ${copies} means`);
  const copied = found.map(async name => ({
    name: `${image.folder}/${name}`,
    content: await readFile(join(folder, name)),
  }));
  return [dockerfile, ...(await Promise.all(copied))];
}

/**
 * The digest of everything that an image is made of: its definition, the files of its folder, its source, and (where
 * they go into it) the versions of Node and npm and this machine's private authorities. Debian's packages count by
 * name and release, not by version: `lab images build --force` fetches newer ones.
 */
export async function inputsDigest(image: LabImage, source: ImageSource, { root, env }: InputsPlace): Promise<string> {
  const hash = createHash('sha256');
  const add = (name: string, value: unknown) => hash.update(`${name}\0${JSON.stringify(value, plain)}\0`);
  add('assembly', assembly);
  add('contract', image.contract);
  add('source', formatSource(source));
  for (const { name, content } of await contextFiles(image, root)) add(name, content.toString('base64'));
  if (image.base.kind === 'assembled') {
    const { rootfs } = image.base;
    add('rootfs', source.kind === 'packages' ? rootfs : rootfs.folders);
    if (source.kind === 'packages' && rootfs.node) add('node', await projectNodeVersion(root));
    if (rootfs.privateAuthorities) add('authorities', await privateAuthorities(env, root));
  }
  return `sha256:${hash.digest('hex')}`;
}

/** Patterns, which JSON would write as `{}`, count by what they say. */
function plain(_key: string, value: unknown): unknown {
  return value instanceof RegExp ? String(value) : value;
}

/** The digest of an image's own files, wherever what it stands on comes from. Throws as `contextFiles` does. */
export async function contextDigest(image: LabImage, root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, content } of await contextFiles(image, root))
    hash.update(`${name}\0`).update(content).update('\0');
  return hash.digest('hex');
}
