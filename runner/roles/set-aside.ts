import { catalogue } from '../../challenges/catalogue.ts';
import type { Challenge, Role } from '../challenge/definition.ts';
import type { Facts } from '../engine/facts.ts';
import type { Binding } from './binding.ts';

/** Who plays the roles of a challenge by what is known, and without any bind. */
type Cast = (challenge: Challenge) => readonly Binding[];

/**
 * The containers that are a part of another challenge, by id: all of its roles are played, they run, and those that call
 * are told of, or were seen calling, those that they should call. What fits this challenge (`own`) as well is not among them.
 */
export function partsOfOthers(
  challenge: Challenge,
  own: readonly Binding[],
  facts: Facts,
  cast: Cast,
): ReadonlyMap<string, Challenge> {
  const wholes: Whole[] = [];
  for (const other of catalogue) {
    if (other.id === challenge.id || linksOf(other) === 0) continue;
    const whole = { challenge: other, bindings: cast(other) };
    if (!isWhole(other, whole.bindings, facts)) continue;
    // The same containers may look like more than one of the others.
    const candidates = wholes.filter(one => sharedBy(one, whole).size > 0);
    if (candidates.some(candidate => !fitsBetter(whole, candidate))) continue;
    wholes.splice(0, wholes.length, ...wholes.filter(one => !candidates.includes(one)), whole);
  }
  const mine = { challenge, bindings: own };
  const others = wholes.filter(whole => sharedBy(whole, mine).size === 0 || fitsBetter(whole, mine));
  return new Map(others.flatMap(whole => playersOf(whole).map(id => [id, whole.challenge] as const)));
}

/** A challenge, and who plays its roles. */
interface Whole {
  readonly challenge: Challenge;
  readonly bindings: readonly Binding[];
}

const playersOf = ({ bindings }: Whole) => bindings.flatMap(({ container }) => container ?? []);

const sharedBy = (one: Whole, other: Whole): ReadonlySet<string> =>
  new Set(playersOf(one)).intersection(new Set(playersOf(other)));

/**
 * True if each role has its container, all run and nothing speaks against any, and each that calls another is known to be
 * about that one.
 */
export function isWhole({ roles }: Challenge, bindings: readonly Binding[], { containers }: Facts): boolean {
  const played = roles.filter(isContainers);
  const bindingOf = (role: string) => bindings.find(binding => binding.role === role);
  return played.every(({ id, calls }) => {
    const binding = bindingOf(id);
    const container = containers.find(one => one.id === binding?.container);
    const isAgainst = binding?.clues.some(({ kind, weight }) => weight < 0 && doings.has(kind)) === true;
    if (container?.state !== 'running' || isAgainst) return false;
    return calls.every(called => isLinked(binding, bindingOf(called)?.name));
  });
}

/** What tells whether a container does what its role has to do. */
const doings = new Set(['listens', 'speaks', 'infrastructure']);

const isContainers = ({ kind }: Role) => kind !== 'volume';

const linksOf = ({ roles }: Challenge) => roles.flatMap(({ calls }) => calls).length;

const linked = (binding: Binding | undefined) =>
  (binding?.clues ?? []).flatMap(clue => (clue.kind === 'calls' || clue.kind === 'mentions' ? [clue.other] : []));

const isLinked = (binding: Binding | undefined, name: string | undefined) =>
  name !== undefined && linked(binding).includes(name);

/**
 * How well containers fit the roles that they have in a challenge; what comes first counts first: with how many others they
 * are linked, how many do what their role has to do, how many have the very name that the brief suggests.
 */
type Fit = readonly [links: number, doing: number, named: number];

function fitOf({ challenge, bindings }: Whole, containers: ReadonlySet<string>): Fit {
  const own = bindings.filter(({ container }) => container !== undefined && containers.has(container));
  const has = (binding: Binding, kind: string) => binding.clues.some(clue => clue.kind === kind && clue.weight > 0);
  const speaks = ({ role }: Binding) => challenge.roles.find(({ id }) => id === role)?.speaks;
  return [
    own.reduce((total, binding) => total + new Set(linked(binding)).size, 0),
    own.filter(it => speaks(it) !== undefined && (has(it, 'listens') || has(it, 'speaks'))).length,
    own.filter(it => has(it, 'suggested-name') || has(it, 'made-by-lab')).length,
  ];
}

/** True if the containers that both have fit the one better than the other. */
function fitsBetter(one: Whole, other: Whole): boolean {
  const shared = sharedBy(one, other);
  const [better, worse] = [fitOf(one, shared), fitOf(other, shared)];
  const at = better.findIndex((value, index) => value !== worse[index]);
  return at >= 0 && (better[at] ?? 0) > (worse[at] ?? 0);
}
