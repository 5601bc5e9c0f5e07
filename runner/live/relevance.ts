import { sharedNetworks } from '../engine/addresses.ts';
import type { Facts, ImageFacts } from '../engine/facts.ts';
import type { Binding } from '../roles/binding.ts';

/** Who plays what, and the facts by which that was found. */
export interface Scene {
  readonly facts: Facts;
  readonly bindings: readonly Binding[];
}

/**
 * Whether experiments may come out otherwise now: true but where every role is played, as before, by somebody who was
 * named, and only containers have changed that have nothing to do with them. Pure.
 */
export function isRelevant(before: Scene, now: Scene): boolean {
  if (now.bindings.some(({ how }) => how !== 'name' && how !== 'bind')) return true;
  if (playersOf(before) !== playersOf(now)) return true;
  const { networks, volumes, imageTags } = now.facts;
  const isOtherwise =
    networks !== before.facts.networks ||
    volumes !== before.facts.volumes ||
    imageTags !== before.facts.imageTags ||
    imagesOf(now).some(image => !before.facts.images.includes(image));
  return isOtherwise || hasChangedNearby(before, now) || hasChangedNearby(now, before);
}

const playersOf = ({ bindings }: Scene): string =>
  JSON.stringify(bindings.map(({ role, container, volume, image }) => [role, container, volume, image]));

function imagesOf({ facts, bindings }: Scene): ImageFacts[] {
  const players = facts.containers.filter(({ id }) => bindings.some(binding => binding.container === id));
  return facts.images.filter(({ id }) => players.some(({ imageId }) => imageId === id));
}

/** A container that one scene has and the other has not is a player, or on a network with one. */
function hasChangedNearby({ facts, bindings }: Scene, other: Scene): boolean {
  const same = new Set(other.facts.containers);
  const players = facts.containers.filter(({ id }) => bindings.some(binding => binding.container === id));
  return facts.containers.some(
    container =>
      !same.has(container) &&
      players.some(player => player === container || sharedNetworks([player, container], facts).length > 0),
  );
}
