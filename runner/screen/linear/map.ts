import type { Attempt, State } from '../state.ts';
import { linearMessages } from '../texts/linear.ts';
import { engineNow } from '../widgets/doctor/engine-now.ts';
import { stateWords } from '../widgets/map/card.ts';
import { detailLines } from '../widgets/map/details.ts';
import { sceneFor } from '../widgets/map/drawing.ts';
import type { Card, NetworkBox, VolumeThing } from '../widgets/map/scene.ts';
import { selectedThing } from '../widgets/map/scene.ts';
import { mapMessages } from '../widgets/map/texts.ts';
import { spoken, unbounded } from './spoken.ts';
import type { Statement } from './statement.ts';
import { say, sentence } from './statement.ts';

/** The map as sentences: who is where, who is missing, what is mounted. */
export function mapStatements(state: State, attempt: Attempt): Statement[] {
  const scene = sceneFor(state, attempt);
  if (scene === undefined) return [];
  const t = linearMessages[state.language].map;
  const others = scene.others.containers.length;
  const all = [
    ...scene.networks.flatMap(box => networkStatements(state, box)),
    ...scene.volumes.map(volume => volumeStatement(state, volume)),
  ];
  return [
    ...(all.length === 0 ? [say('map', t.empty)] : all),
    ...(others === 0 ? [] : [say('map:others', t.others(others))]),
  ];
}

/** What is selected on the map, in full. */
export function selectedStatements(state: State, attempt: Attempt): Statement[] {
  const scene = sceneFor(state, attempt);
  const thing = scene === undefined ? undefined : selectedThing(scene, state.map.selected);
  if (thing === undefined) return [];
  const t = linearMessages[state.language];
  const [title = '', ...about] = spoken(
    detailLines(mapMessages[state.language], thing, engineNow(state), unbounded, 40),
    t,
  );
  const text = [sentence(t.selected(title)), ...about].join('\n');
  return [say('selected', text, { version: thing.id, when: 'again' })];
}

function networkStatements(state: State, box: NetworkBox): Statement[] {
  const t = linearMessages[state.language].map;
  const own: Statement[] = box.ghost
    ? [say(box.id, t.missingNetwork)]
    : box.cards.length === 0
      ? [say(box.id, t.emptyNetwork(box.name))]
      : [];
  return [...own, ...box.cards.map(card => say(card.id, cardSentence(state, box, card)))];
}

function cardSentence(state: State, box: NetworkBox, card: Card): string {
  const t = linearMessages[state.language].map;
  const titles = card.roles.map(({ title }) => title).join(', ');
  if (card.presence === 'missing') return t.missing(titles);
  if (card.presence === 'gone') return t.gone(titles, card.name);
  return sentence(
    titles === '' ? card.name : t.plays(card.name, titles),
    t.onNetwork(box.name, card.address),
    card.alsoOn.length === 0 ? '' : t.alsoOn(card.alsoOn.join(', ')),
    card.ports.length === 0 ? '' : t.publishes(card.ports.map(port => portWords(state, port)).join(', ')),
    stateWords(mapMessages[state.language], card),
  );
}

function portWords(state: State, port: string): string {
  const t = linearMessages[state.language].map;
  const [host = '', container] = port.split('→');
  return container === undefined || container === host ? t.port(host) : t.toPort(host, container);
}

function volumeStatement(state: State, { id, name, ghost, mounts }: VolumeThing): Statement {
  const t = linearMessages[state.language].map;
  if (ghost) return say(id, t.missingVolume);
  const words = mounts.map(({ container, target, writable }) => t.mount(container, target, writable));
  return say(id, t.volume(name, words.join('; ')));
}
