import type { State } from '../state.ts';
import { bindings, type Label } from './key-bindings.ts';

/** What the learner wants, whatever key says it. */
export type Intent =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'open'
  | 'panel-next'
  | 'panel-previous'
  | 'map'
  | 'commands'
  | 'shell'
  | 'leave-shell'
  | 'zoom'
  | 'hint'
  | 'run-for-me'
  | 'recheck'
  | 'disrupt'
  | 'assign'
  | 'solution'
  | 'edit'
  | 'remove'
  | 'anew'
  | 'report'
  | 'logs'
  | 'search'
  | 'match-next'
  | 'match-previous'
  | 'times'
  | 'doctor'
  | 'set-up'
  | 'brief'
  | 'language'
  | 'help'
  | 'accept'
  | 'back'
  | 'quit'
  | `choose ${number}`;

/** A key as the terminal reports it. */
export interface Press {
  readonly input: string;
  readonly upArrow?: boolean;
  readonly downArrow?: boolean;
  readonly leftArrow?: boolean;
  readonly rightArrow?: boolean;
  readonly pageUp?: boolean;
  readonly pageDown?: boolean;
  readonly home?: boolean;
  readonly end?: boolean;
  readonly return?: boolean;
  readonly escape?: boolean;
  readonly tab?: boolean;
  readonly backspace?: boolean;
  readonly delete?: boolean;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly meta?: boolean;
}

/** Which part of the screen listens. In the last two, keys are text. */
export type Place =
  | 'home'
  | 'challenge'
  | 'map'
  | 'commands'
  | 'shell'
  | 'brief'
  | 'help'
  | 'logs'
  | 'report'
  | 'tour'
  | 'doctor'
  | 'logs-search'
  | 'tour-edit';

/** The part of the screen that the next key is for. */
export function placeOf(state: State): Place {
  if (state.reading === 'logs' && state.logs.search.typing) return 'logs-search';
  if (state.reading === 'tour' && state.tour.editing !== undefined) return 'tour-edit';
  if (state.reading !== undefined) return state.reading;
  if (state.attempt === undefined) return 'home';
  if (state.shell.focused) return 'shell';
  return state.panel === 'objectives' ? 'challenge' : state.panel;
}

/** What a key means here, or undefined where it means nothing. */
export function intentOf(press: Press, place: Place): Intent | undefined {
  if (place === 'home' && press.ctrl !== true && /^[1-9]$/.test(press.input)) return `choose ${Number(press.input)}`;
  return bindings.find(binding => binding.label[place] !== undefined && binding.is(press))?.intent;
}

/** The keys of a place and what they do, in the order of the footer, without the `without` levels of lesser ones. */
export function keysOf(place: Place, without: number): { keys: string; label: Label }[] {
  const limit = without === 0 ? 8 : 4 - without;
  return bindings.flatMap(binding => {
    const label = binding.label[place];
    if (label === undefined || binding.keys === '' || binding.spare > limit) return [];
    return [{ keys: binding.keys, label }];
  });
}

/** Every key of a place: for the help. */
export function allKeysOf(place: Place): ReturnType<typeof keysOf> {
  return keysOf(place, Number.NEGATIVE_INFINITY);
}
