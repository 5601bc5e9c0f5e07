import { isDeepStrictEqual } from 'node:util';
import type { Facts } from './facts.ts';

/** The new facts, in which whatever is as before is the very object of before; where all is, `before` itself. Pure. */
export function keepSame(before: Facts, now: Facts): Facts {
  const facts: Facts = {
    containers: keepItems(before.containers, now.containers, ({ id }) => id),
    networks: keepItems(before.networks, now.networks, ({ id }) => id),
    volumes: keepItems(before.volumes, now.volumes, ({ name }) => name),
    images: keepItems(before.images, now.images, ({ id }) => id),
    imageTags: isDeepStrictEqual(before.imageTags, now.imageTags) ? before.imageTags : now.imageTags,
  };
  return (Object.keys(facts) as (keyof Facts)[]).every(part => facts[part] === before[part]) ? before : facts;
}

function keepItems<Item>(before: readonly Item[], now: readonly Item[], keyOf: (item: Item) => string) {
  const known = new Map(before.map(item => [keyOf(item), item]));
  const kept = now.map(item => {
    const old = known.get(keyOf(item));
    return old !== undefined && isDeepStrictEqual(old, item) ? old : item;
  });
  const isAllSame = kept.length === before.length && kept.every((item, index) => item === before[index]);
  return isAllSame ? before : kept;
}
