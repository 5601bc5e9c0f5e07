import type { Facts } from '../engine/facts.ts';
import type { Binds } from './binding.ts';

/**
 * Those of a `lab.json`'s binds that are on the engine: the file may well speak of what is yet to be made. A name is a
 * container's, a volume's, or that of an image whose container is gone.
 */
export function presentBinds(
  binds: Binds,
  { containers, volumes, imageTags }: Pick<Facts, 'containers' | 'volumes' | 'imageTags'>,
): Binds {
  const names = new Set([...containers, ...volumes].map(({ name }) => name).concat(imageTags));
  const isThere = (name: string) => names.has(name) || names.has(`${name}:latest`);
  return Object.fromEntries(Object.entries(binds).filter(([, name]) => isThere(name)));
}
