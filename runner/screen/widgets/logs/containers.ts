import { rolesOf } from '../../../challenge/roles-of.ts';
import type { ContainerFacts } from '../../../engine/facts.ts';
import { label } from '../../../engine/labels.ts';
import { focused } from '../../objectives.ts';
import type { Attempt, State } from '../../state.ts';
import { sceneFor } from '../map/drawing.ts';
import { selectedThing } from '../map/scene.ts';
import type { LogTarget } from './state.ts';

/**
 * The containers whose log may be meant, those that play a role first, in the order of the roles; then those on a network
 * with one of them; then the others, the newest first: a container that ended at once plays no role, and it is the one
 * whose log is worth reading.
 */
export function containersOf(attempt: Attempt): LogTarget[] {
  const all = (attempt.facts?.containers ?? []).filter(container => container.labels[label.session] === undefined);
  const volumes = attempt.challenge.roles.filter(({ kind }) => kind === 'volume').map(({ id }) => id);
  const players = (attempt.report?.bindings ?? []).flatMap(({ role, name }): LogTarget[] => {
    if (name === undefined || volumes.includes(role)) return [];
    const found = all.find(container => container.name === name);
    // A role may be played by a container that is gone: the report names its image then.
    if (found === undefined) return attempt.facts === undefined ? [{ id: name, name }] : [];
    return [{ id: found.id, name }];
  });
  const networks = new Set(
    all.filter(({ id }) => players.some(player => player.id === id)).flatMap(({ networks }) => networks.map(networkOf)),
  );
  const near = (container: ContainerFacts) =>
    Number(container.networks.some(network => network.network !== 'bridge' && networks.has(networkOf(network))));
  const others = all
    .filter(({ id }) => !players.some(player => player.id === id))
    .sort((one, other) => near(other) - near(one) || (one.createdAt < other.createdAt ? 1 : -1));
  const named = attempt.facts === undefined ? Object.entries(attempt.names).map(([id, name]) => ({ id, name })) : [];
  const found = [...players, ...others.map(({ id, name }) => ({ id, name })), ...named];
  return found.filter(({ name }, index) => found.findIndex(other => other.name === name) === index);
}

const networkOf = ({ networkId }: { readonly networkId: string }) => networkId;

/** The container that is meant where the learner is: selected on the map, or the first role of the objective in focus. */
export function meantContainer(state: State): LogTarget | undefined {
  const { attempt } = state;
  if (attempt === undefined) return undefined;
  const all = containersOf(attempt);
  const onMap = selectedContainer(state, attempt);
  if (onMap !== undefined) return onMap;
  const check = focused(attempt)?.check;
  const roles = check === undefined ? [] : rolesOf(check);
  const players = roles.map(role => attempt.report?.bindings.find(binding => binding.role === role)?.name);
  return all.find(({ name }) => players.includes(name)) ?? all[0];
}

function selectedContainer(state: State, attempt: Attempt): LogTarget | undefined {
  const scene = state.panel === 'map' ? sceneFor(state, attempt) : undefined;
  const thing = scene === undefined ? undefined : selectedThing(scene, state.map.selected);
  const container = thing?.kind === 'card' ? thing.card.container : undefined;
  return container === undefined ? undefined : { id: container.id, name: container.name };
}
