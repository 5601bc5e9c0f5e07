import type { Challenge, Role } from '../../../challenge/definition.ts';
import type { ContainerFacts, Facts } from '../../../engine/facts.ts';
import { label, scratchPrefix } from '../../../engine/labels.ts';
import type { BindingReport } from '../../../roles/binding-report.ts';
import { isBuildStep } from '../../build-step.ts';

/** What of an engine is the challenge's, by names (containers and networks) and as far as anybody can tell. */
export interface Belonging {
  /** The lab's own helpers, and those of the classic builder, are not even among the others. */
  readonly everybody: readonly ContainerFacts[];
  /** What plays a role or might, and what `lab up` made. */
  readonly core: readonly ContainerFacts[];
  /** Those, and who is with them on a network that somebody made. */
  readonly containers: readonly ContainerFacts[];
  readonly networks: ReadonlySet<string>;
  readonly volumes: ReadonlySet<string>;
  /** The network on which the roles meet, or would: undefined where there is none yet. */
  readonly meeting: string | undefined;
}

/** Empty networks are shown while nobody knows which of them the learner means; more than these are somebody else's. */
const maxEmptyNetworks = 3;

/** Decides what is shown: pure, and in one pass over each list, so that a crowded engine costs little. */
export function whatBelongs(challenge: Challenge, facts: Facts, bindings: readonly BindingReport[]): Belonging {
  const named = new Set(
    bindings.flatMap(({ name }) => name ?? []).concat(bindings.flatMap(({ candidates }) => candidates)),
  );
  const isHelper = ({ name, image, labels }: ContainerFacts) =>
    label.session in labels || (isBuildStep(image) && !named.has(name));
  const everybody = facts.containers.filter(container => !isHelper(container));
  const isOurs = ({ labels }: { labels: Readonly<Record<string, string>> }) => labels[label.challenge] === challenge.id;
  const core = everybody.filter(container => named.has(container.name) || isOurs(container));
  const userDefined = new Set(facts.networks.filter(network => network.userDefined).map(({ name }) => name));
  const onCore = new Set(core.flatMap(namesOfNetworks));
  const shared = new Set([...onCore].filter(name => userDefined.has(name)));
  const containers = everybody.filter(
    container => core.includes(container) || namesOfNetworks(container).some(name => shared.has(name)),
  );
  const meeting = meetingPlace(challenge, everybody, core, userDefined);
  const empty = shared.size > 0 || challenge.suggestedNetwork === '' ? [] : emptyNetworks(userDefined, everybody);
  const labelled = facts.networks.filter(isOurs).map(({ name }) => name);
  return {
    ...{ everybody, core, containers, meeting },
    networks: new Set([...(meeting === undefined ? [] : [meeting]), ...onCore, ...empty, ...labelled]),
    volumes: volumesOf(challenge, facts, bindings, containers, isOurs),
  };
}

/** The networks that a container is on, by name. */
export function namesOfNetworks(container: ContainerFacts): string[] {
  return container.networks.map(({ network }) => network);
}

/** The network that most of the roles' containers are on, else the suggested one, else the only one, if it is empty. */
function meetingPlace(
  challenge: Challenge,
  everybody: readonly ContainerFacts[],
  core: readonly ContainerFacts[],
  userDefined: ReadonlySet<string>,
): string | undefined {
  const members = new Map<string, number>();
  for (const name of core.flatMap(namesOfNetworks)) members.set(name, (members.get(name) ?? 0) + 1);
  const [busiest] = [...members].filter(([name]) => userDefined.has(name)).sort((one, other) => other[1] - one[1]);
  if (busiest !== undefined) return busiest[0];
  if (challenge.suggestedNetwork === '') return undefined;
  if (userDefined.has(challenge.suggestedNetwork)) return challenge.suggestedNetwork;
  const empty = emptyNetworks(userDefined, everybody);
  return empty.length === 1 ? empty[0] : undefined;
}

function emptyNetworks(userDefined: ReadonlySet<string>, everybody: readonly ContainerFacts[]): string[] {
  const used = new Set(everybody.flatMap(namesOfNetworks));
  const empty = [...userDefined].filter(name => !used.has(name));
  return empty.length > maxEmptyNetworks ? [] : empty;
}

function volumesOf(
  challenge: Challenge,
  facts: Facts,
  bindings: readonly BindingReport[],
  containers: readonly ContainerFacts[],
  isOurs: (thing: { labels: Readonly<Record<string, string>> }) => boolean,
): Set<string> {
  const roles = new Set(challenge.roles.filter(({ kind }) => kind === 'volume').map(({ id }) => id));
  const bound = bindings.flatMap(({ role, name }) => (roles.has(role) && name !== undefined ? [name] : []));
  const mounted = containers.flatMap(({ mounts }) =>
    mounts.filter(({ type }) => type === 'volume').map(({ source }) => source),
  );
  const suggested = challenge.roles.flatMap(role => suggestedVolumes(role));
  const wanted = new Set([...bound, ...mounted, ...suggested]);
  const there = facts.volumes.filter(({ name }) => !name.startsWith(scratchPrefix));
  return new Set(there.filter(volume => wanted.has(volume.name) || isOurs(volume)).map(({ name }) => name));
}

/** The names that the brief suggests for a role's volumes: its own, or those that its command mounts. */
export function suggestedVolumes(role: Role): string[] {
  if (role.kind === 'volume') return [role.suggested];
  return [...role.run.matchAll(/ (?:--volume|-v)[ =]([\w.-]+):/g)].flatMap(([, name]) => name ?? []);
}
