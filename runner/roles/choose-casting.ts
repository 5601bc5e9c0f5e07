import type { Role } from '../challenge/definition.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { imageName } from '../engine/names.ts';

/** A way to cast the roles: who plays each, in their order. */
export type Players = readonly (ContainerFacts | undefined)[];

/** Why one was taken where another could have been meant, too: that one does not run, or it is the earlier of two copies. */
export interface Preferred {
  readonly why: 'running' | 'latest';
  /** The names of those that were passed over. */
  readonly over: readonly string[];
}

/**
 * Of ways to cast the roles that the clues do not tell apart, those that remain (the likeliest is the first): without what has
 * stopped, where another that does the same runs, and without the earlier of two copies. Whoever is really another remains. Pure.
 */
export function withoutEarlierTries(roles: readonly Role[], castings: readonly Players[]): readonly Players[] {
  return castings.filter(players =>
    players.every((player, role) =>
      castings.every(other => player === undefined || !isReplacedBy(player, other[role], roles[role])),
    ),
  );
}

/** Why a player was taken for a role, of all that the clues did not tell apart; `undefined` where there was nobody else. */
export function whyPreferred(
  player: ContainerFacts,
  role: Role,
  candidates: readonly ContainerFacts[],
): Preferred | undefined {
  const passed = candidates.filter(other => other.id !== player.id && isReplacedBy(other, player, role));
  if (passed.length === 0) return undefined;
  const why = passed.some(other => isUp(other) === isUp(player)) ? 'latest' : 'running';
  return { why, over: [...new Set(passed.map(({ name }) => name))].sort() };
}

/** True if the other one is what somebody started instead of this one. */
function isReplacedBy(one: ContainerFacts, other: ContainerFacts | undefined, role: Role | undefined): boolean {
  if (other === undefined || one.id === other.id) return false;
  if (isUp(one) !== isUp(other)) {
    // Who keeps data may have done so, and ended: another that runs need not be a later try of it.
    return isUp(other) && (role?.mounts === undefined || isOfOneImage(one, other));
  }
  return isCopy(one, other) && one.createdAt < other.createdAt;
}

const isUp = ({ state }: ContainerFacts) => state === 'running' || state === 'restarting';

const isOfOneImage = (one: ContainerFacts, other: ContainerFacts) =>
  one.imageId === other.imageId || imageName(one.image) === imageName(other.image);

/** The same program, started the same way. */
const isCopy = (one: ContainerFacts, other: ContainerFacts) =>
  one.imageId === other.imageId && JSON.stringify(one.command) === JSON.stringify(other.command);
