import type { Challenge } from '../../../challenge/definition.ts';
import type { Binds } from '../../../roles/binding.ts';
import type { Thing } from './scene.ts';

/** Who has been given roles one after another, and with which role that began. */
export interface Turn {
  readonly name: string;
  readonly from: string;
}

/**
 * Who plays which role, after the learner has said so of a container or a volume once more: first that it plays the role
 * that it is taken for, or else the first that it could, then the next, and after the last that nothing is said of it. A
 * role has one player and a player one role. On a role whose player is gone, it takes back what was said. What can play
 * none leaves everything as it was.
 */
export function rebound(challenge: Challenge, binds: Binds, thing: Thing, turn?: Turn): { binds: Binds; turn?: Turn } {
  const lost = thing.kind === 'card' && thing.card.container === undefined ? thing.card.roles : [];
  if (lost.some(({ said }) => said !== undefined)) {
    return {
      binds: Object.fromEntries(Object.entries(binds).filter(([role]) => !lost.some(part => part.role === role))),
    };
  }
  const player = playerOf(thing);
  const roles = challenge.roles.filter(({ kind = 'container' }) => kind === player?.kind).map(({ id }) => id);
  const [first] = roles;
  if (player === undefined || first === undefined) return { binds };
  const said = roles.find(role => binds[role] === player.name);
  const from = said === undefined ? (takenFor(thing, roles) ?? first) : turn?.name === player.name ? turn.from : first;
  const after = said === undefined ? from : roles[(roles.indexOf(said) + 1) % roles.length];
  const next = said !== undefined && after === from ? undefined : after;
  const kept = Object.entries(binds).filter(([role]) => role !== said && role !== next);
  return {
    binds: Object.fromEntries(next === undefined ? kept : [...kept, [next, player.name]]),
    turn: { name: player.name, from },
  };
}

function takenFor(thing: Thing, roles: readonly string[]): string | undefined {
  const parts = thing.kind === 'card' ? thing.card.roles : thing.kind === 'volume' ? thing.volume.roles : [];
  return parts.map(({ role }) => role).find(role => roles.includes(role));
}

function playerOf(thing: Thing): { kind: 'container' | 'volume'; name: string } | undefined {
  if (thing.kind === 'card' && thing.card.container !== undefined) return { kind: 'container', name: thing.card.name };
  if (thing.kind !== 'volume' || thing.volume.ghost || thing.volume.kind !== 'volume') return undefined;
  return { kind: 'volume', name: thing.volume.name };
}
