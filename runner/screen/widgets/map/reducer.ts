import { type Next, quiet } from '../../effects/next.ts';
import type { Intent } from '../../intent.ts';
import type { Attempt, State } from '../../state.ts';
import { layoutOf } from '../../views/layout.ts';
import { watchedAnew } from '../../watch/watched-anew.ts';
import { openLogs } from '../logs/reducer.ts';
import { rebound } from './assign.ts';
import { drawingFor, sceneFor } from './drawing.ts';
import { neighbour } from './move.ts';
import { selectedThing, thingsOf } from './scene.ts';

/** What a key does while the map has the keys. */
export function reduceMap(state: State, attempt: Attempt, intent: Intent): Next {
  return quiet(movedOnMap(state, attempt, intent));
}

function movedOnMap(state: State, attempt: Attempt, intent: Intent): State {
  const scene = sceneFor(state, attempt);
  const thing = scene === undefined ? undefined : selectedThing(scene, state.map.selected);
  if (scene === undefined || thing === undefined) return state;
  const ids = thingsOf(scene).map(({ id }) => id);
  const at = ids.indexOf(thing.id);
  switch (intent) {
    case 'up':
    case 'down':
    case 'left':
    case 'right': {
      const { side, map } = layoutOf(attempt.challenge, state.size, state.shell);
      return selecting(state, neighbour(drawingFor(state, scene, side, map), ids, thing.id, intent));
    }
    case 'page-up':
      return selecting(state, ids[Math.max(0, at - page)]);
    case 'page-down':
      return selecting(state, ids[Math.min(ids.length - 1, at + page)]);
    case 'first':
      return selecting(state, ids[0]);
    case 'last':
      return selecting(state, ids.at(-1));
    case 'open':
      return thing.kind === 'card' && thing.card.container !== undefined ? openLogs(selecting(state, thing.id)) : state;
    case 'assign': {
      const { binds, turn } = rebound(attempt.challenge, attempt.binds, thing, state.map.turn);
      if (binds === attempt.binds) return state;
      const chosen = selecting(state, thing.id);
      return watchedAnew({ ...chosen, map: { ...chosen.map, turn }, attempt: { ...attempt, binds } });
    }
    default:
      return state;
  }
}

const page = 5;

/** The state with what is drawn as selected selected indeed, for those who ask what is meant. */
export function withSelection(state: State, attempt: Attempt): State {
  const scene = sceneFor(state, attempt);
  return scene === undefined ? state : selecting(state, selectedThing(scene, state.map.selected)?.id);
}

function selecting(state: State, selected: string | undefined): State {
  return selected === undefined ? state : { ...state, map: { ...state.map, selected } };
}
