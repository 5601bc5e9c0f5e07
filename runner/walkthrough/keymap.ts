import type { WalkthroughMessages } from '../language/walkthrough.ts';
import type { State } from './state.ts';

/** What the learner wants, whatever key says it. */
export type Intent =
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'open'
  | 'hint'
  | 'recheck'
  | 'brief'
  | 'language'
  | 'help'
  | 'back'
  | 'quit'
  | `choose ${number}`;

/** A key as the terminal reports it. */
export interface Press {
  readonly input: string;
  readonly upArrow?: boolean;
  readonly downArrow?: boolean;
  readonly pageUp?: boolean;
  readonly pageDown?: boolean;
  readonly home?: boolean;
  readonly end?: boolean;
  readonly return?: boolean;
  readonly escape?: boolean;
  readonly ctrl?: boolean;
}

/** Which part of the screen listens. */
export type Place = 'home' | 'challenge' | 'brief' | 'help';

interface Binding {
  readonly keys: string;
  readonly is: (press: Press) => boolean;
  readonly intent: Intent;
  readonly label: Partial<Record<Place, keyof WalkthroughMessages['key']>>;
  /** How soon the footer leaves it out where it is short of room: 9 first. The help names all keys. */
  readonly spare: number;
}

const letter = (letters: string) => (press: Press) =>
  press.ctrl !== true && press.input !== '' && letters.includes(press.input);

/** Keys, what they mean, and where. The footer and the help are drawn from this table, so they cannot lie. */
const bindings: readonly Binding[] = [
  {
    keys: '↑↓',
    is: press => press.upArrow === true || letter('k')(press),
    intent: 'up',
    label: { home: 'move', challenge: 'objective', brief: 'scroll', help: 'scroll' },
    spare: 1,
  },
  {
    keys: '',
    is: press => press.downArrow === true || letter('j')(press),
    intent: 'down',
    label: { home: 'move', challenge: 'objective', brief: 'scroll', help: 'scroll' },
    spare: 1,
  },
  { keys: 'Enter', is: press => press.return === true, intent: 'open', label: { home: 'open' }, spare: 0 },
  { keys: 'h', is: letter('h'), intent: 'hint', label: { challenge: 'hint' }, spare: 2 },
  { keys: 'r', is: letter('r'), intent: 'recheck', label: { challenge: 'recheck' }, spare: 3 },
  {
    keys: 'b',
    is: letter('b'),
    intent: 'brief',
    label: { home: 'brief', challenge: 'brief', brief: 'back' },
    spare: 2,
  },
  {
    keys: 'l',
    is: letter('l'),
    intent: 'language',
    label: { home: 'language', challenge: 'language', brief: 'language', help: 'language' },
    spare: 4,
  },
  {
    keys: 'Esc',
    is: press => press.escape === true,
    intent: 'back',
    label: { challenge: 'back', brief: 'back', help: 'back' },
    spare: 0,
  },
  {
    keys: '?',
    is: letter('?'),
    intent: 'help',
    label: { home: 'help', challenge: 'help', brief: 'help', help: 'back' },
    spare: 0,
  },
  {
    keys: 'q',
    is: press => letter('q')(press) || (press.ctrl === true && press.input === 'c'),
    intent: 'quit',
    label: { home: 'quit', challenge: 'quit', brief: 'quit', help: 'quit' },
    spare: 0,
  },
  { keys: '1–9', is: () => false, intent: 'open', label: { home: 'choose' }, spare: 9 },
  {
    keys: 'PgDn',
    is: press => press.pageDown === true || letter(' ')(press),
    intent: 'page-down',
    label: { challenge: 'detail', brief: 'page', help: 'page' },
    spare: 9,
  },
  {
    keys: 'PgUp',
    is: press => press.pageUp === true,
    intent: 'page-up',
    label: { challenge: 'detail', brief: 'page', help: 'page' },
    spare: 9,
  },
  {
    keys: 'Home',
    is: press => press.home === true || letter('g')(press),
    intent: 'first',
    label: { home: 'ends', challenge: 'ends', brief: 'ends', help: 'ends' },
    spare: 9,
  },
  {
    keys: 'End',
    is: press => press.end === true || letter('G')(press),
    intent: 'last',
    label: { home: 'ends', challenge: 'ends', brief: 'ends', help: 'ends' },
    spare: 9,
  },
];

/** The part of the screen that the next key is for. */
export function placeOf(state: State): Place {
  return state.reading ?? (state.attempt === undefined ? 'home' : 'challenge');
}

/** What a key means here, or undefined where it means nothing. */
export function intentOf(press: Press, place: Place): Intent | undefined {
  if (place === 'home' && press.ctrl !== true && /^[1-9]$/.test(press.input)) return `choose ${Number(press.input)}`;
  return bindings.find(binding => binding.label[place] !== undefined && binding.is(press))?.intent;
}

/** The keys of a place and what they do, in the order of the footer, without the `without` levels of lesser ones. */
export function keysOf(place: Place, without: number): { keys: string; label: keyof WalkthroughMessages['key'] }[] {
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
