import type { Challenge } from '../../challenge/definition.ts';
import type { Binds } from '../../roles/bind.ts';
import type { Thing } from './scene.ts';

/**
 * Who plays which role, after the learner has said so of a container or a volume once more: first that it plays the
 * first role that it could, then the next, and after the last that nothing is said of it. A role has one player and a
 * player one role. On a role whose player is gone, it takes back what was said. What can play none leaves everything as
 * it was.
 */
export function rebound(challenge: Challenge, binds: Binds, thing: Thing): Binds {
  const lost = thing.kind === 'card' && thing.card.container === undefined ? thing.card.roles : [];
  if (lost.some(({ said }) => said !== undefined)) {
    return Object.fromEntries(Object.entries(binds).filter(([role]) => !lost.some(part => part.role === role)));
  }
  const player = playerOf(thing);
  if (player === undefined) return binds;
  const roles = challenge.roles.filter(({ kind = 'container' }) => kind === player.kind).map(({ id }) => id);
  if (roles.length === 0) return binds;
  const next = roles[roles.findIndex(role => binds[role] === player.name) + 1];
  const kept = Object.entries(binds).filter(([role, name]) => {
    return !(roles.includes(role) && name === player.name) && role !== next;
  });
  return Object.fromEntries(next === undefined ? kept : [...kept, [next, player.name]]);
}

function playerOf(thing: Thing): { kind: 'container' | 'volume'; name: string } | undefined {
  if (thing.kind === 'card' && thing.card.container !== undefined) return { kind: 'container', name: thing.card.name };
  if (thing.kind !== 'volume' || thing.volume.ghost || thing.volume.kind !== 'volume') return undefined;
  return { kind: 'volume', name: thing.volume.name };
}
