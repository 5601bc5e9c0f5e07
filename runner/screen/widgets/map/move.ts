import type { Block, Spot } from './block.ts';

/** Where the selection goes from a thing: to the next one, or to the nearest one above or below. Undefined: nowhere. */
export function neighbour(
  { spots }: Block,
  ids: readonly string[],
  from: string,
  direction: 'up' | 'down' | 'left' | 'right',
): string | undefined {
  if (direction === 'left') return ids[ids.indexOf(from) - 1];
  if (direction === 'right') return ids[ids.indexOf(from) + 1];
  const here = spots.find(({ id }) => id === from);
  if (here === undefined) return ids[0];
  const isDown = direction === 'down';
  const beyond = spots.filter(spot => spot.id !== from && (isDown ? spot.top > here.top : spot.top < here.top));
  const rows = beyond.map(({ top }) => top);
  const row = isDown ? Math.min(...rows) : Math.max(...rows);
  const inRow = beyond.filter(({ top }) => top === row);
  return inRow.sort((one, other) => distance(one, here) - distance(other, here))[0]?.id;
}

/** How far two things are apart sideways; those that overlap are near, by where they begin. */
function distance(one: Spot, other: Spot): number {
  const apart = Math.max(one.left - (other.left + other.width), other.left - (one.left + one.width), 0);
  return apart * 1000 + Math.abs(one.left - other.left);
}
