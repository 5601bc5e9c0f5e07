import { isDeepStrictEqual } from 'node:util';
import type { Facts } from '../engine/facts.ts';

/**
 * The new facts, in which whatever is as before is the very object of before; where all is, `before` itself. Engines list
 * networks, volumes and tags in any order: they stay in that of before. Pure.
 */
export function keepSame(before: Facts, now: Facts): Facts {
  const facts: Facts = {
    containers: keepItems(before.containers, now.containers, idOf),
    networks: keepItems(before.networks, inOrder(before.networks, now.networks, idOf), idOf),
    volumes: keepItems(before.volumes, inOrder(before.volumes, now.volumes, nameOf), nameOf),
    images: keepItems(before.images, inOrder(before.images, now.images, idOf), idOf),
    imageTags: isDeepStrictEqual([...before.imageTags].sort(), [...now.imageTags].sort())
      ? before.imageTags
      : now.imageTags,
  };
  return (Object.keys(facts) as (keyof Facts)[]).every(part => facts[part] === before[part]) ? before : facts;
}

const idOf = ({ id }: { readonly id: string }) => id;
const nameOf = ({ name }: { readonly name: string }) => name;

function inOrder<Item>(before: readonly Item[], now: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const places = new Map(before.map((item, index) => [keyOf(item), index]));
  const placeOf = (item: Item) => places.get(keyOf(item)) ?? before.length;
  return [...now].sort((one, other) => placeOf(one) - placeOf(other));
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
