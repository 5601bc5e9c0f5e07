import type { Intent, Press } from '../intent.ts';
import type { Place } from '../place.ts';
import type { WalkthroughMessages } from '../texts/screen.ts';

/** A word for what a key does. */
export type Label = keyof WalkthroughMessages['key'];

/** A key, or several for the same, and what it means in each place that has a word for it. */
export interface Binding {
  readonly keys: string;
  readonly is: (press: Press) => boolean;
  readonly intent: Intent;
  readonly label: Partial<Record<Place, Label>>;
  /** How soon the footer leaves it out where it is short of room: 9 first. The help names all keys. */
  readonly spare: number;
}

const letter = (letters: string) => (press: Press) =>
  press.ctrl !== true && press.meta !== true && press.input !== '' && letters.includes(press.input);
const ctrl = (input: string) => (press: Press) => press.ctrl === true && press.input === input;

/** The parts of an open challenge, which have most keys in common. */
export const panelPlaces = ['challenge', 'map', 'commands'] as const;
const pagePlaces = ['brief', 'help', 'report', 'doctor'] as const;

function on(places: readonly Place[], label: Label): Partial<Record<Place, Label>> {
  return Object.fromEntries(places.map(place => [place, label]));
}

const upAndDown: Binding['label'] = {
  ...on([...pagePlaces, 'commands', 'logs', 'tour'], 'scroll'),
  ...{ home: 'move', challenge: 'objective', map: 'move' },
};
const sideways: Binding['label'] = { map: 'move', logs: 'container', report: 'eachObjective', tour: 'step' };
/** Where keys are neither text nor a program's. */
const everywhere = ['home', ...panelPlaces, ...pagePlaces, 'logs', 'tour'] as const;

/** Keys, what they mean, and where. The footer and the help are drawn from this table, so they cannot lie. */
export const bindings: readonly Binding[] = [
  {
    keys: 'Ctrl-T',
    is: press => ctrl('t')(press) || letter('t')(press),
    intent: 'shell',
    label: on(panelPlaces, 'shell'),
    spare: 0,
  },
  { keys: 'Ctrl-T', is: ctrl('t'), intent: 'leave-shell', label: { shell: 'lab' }, spare: 0 },
  // The shell's own: the keys that its pane keeps for itself.
  { keys: 'Shift-PgUp', is: () => false, intent: 'page-up', label: { shell: 'scroll' }, spare: 1 },
  {
    keys: '↑↓',
    is: press => press.upArrow === true || letter('k')(press),
    intent: 'up',
    label: upAndDown,
    spare: 2,
  },
  {
    keys: '',
    is: press => press.downArrow === true || letter('j')(press),
    intent: 'down',
    label: upAndDown,
    spare: 2,
  },
  { keys: '←→', is: press => press.leftArrow === true, intent: 'left', label: sideways, spare: 2 },
  { keys: '', is: press => press.rightArrow === true, intent: 'right', label: sideways, spare: 2 },
  {
    keys: 'Enter',
    is: press => press.return === true,
    intent: 'open',
    label: { home: 'open', map: 'logs', tour: 'run' },
    spare: 0,
  },
  {
    keys: 'Tab',
    is: press => press.tab === true && press.shift !== true,
    intent: 'panel-next',
    label: on(panelPlaces, 'panel'),
    spare: 1,
  },
  {
    keys: '',
    is: press => press.tab === true && press.shift === true,
    intent: 'panel-previous',
    label: { ...on(panelPlaces, 'panel'), logs: 'container', report: 'eachObjective' },
    spare: 1,
  },
  // The arrows say it already.
  {
    keys: '',
    is: press => press.tab === true && press.shift !== true,
    intent: 'panel-next',
    label: { logs: 'container', report: 'eachObjective' },
    spare: 1,
  },
  { keys: 'h', is: letter('h'), intent: 'hint', label: { challenge: 'hint' }, spare: 1 },
  { keys: 'x', is: letter('x'), intent: 'run-for-me', label: { challenge: 'runForMe' }, spare: 9 },
  { keys: 'e', is: letter('e'), intent: 'edit', label: { tour: 'edit' }, spare: 1 },
  { keys: 'x', is: letter('x'), intent: 'remove', label: { tour: 'remove' }, spare: 1 },
  { keys: 'r', is: letter('r'), intent: 'anew', label: { tour: 'anew' }, spare: 3 },
  { keys: '=', is: letter('='), intent: 'assign', label: { map: 'assign' }, spare: 2 },
  {
    keys: 'b',
    is: letter('b'),
    intent: 'brief',
    label: { challenge: 'brief' },
    // Who has just opened a challenge needs it first.
    spare: 1,
  },
  {
    keys: 'b',
    is: letter('b'),
    intent: 'brief',
    label: { home: 'brief', ...on(['map', 'commands'], 'brief'), brief: 'back' },
    spare: 2,
  },
  { keys: 'u', is: letter('u'), intent: 'set-up', label: { doctor: 'setUp' }, spare: 0 },
  {
    keys: 'r',
    is: letter('r'),
    intent: 'recheck',
    label: { ...on(panelPlaces, 'recheck'), doctor: 'lookAgain' },
    spare: 3,
  },
  { keys: 's', is: letter('s'), intent: 'solution', label: on(panelPlaces, 'solution'), spare: 3 },
  { keys: 'z', is: letter('z'), intent: 'zoom', label: on(panelPlaces, 'zoom'), spare: 4 },
  {
    keys: 'v',
    is: letter('v'),
    intent: 'report',
    label: { home: 'report', ...on(panelPlaces, 'report'), report: 'back' },
    spare: 4,
  },
  { keys: 'o', is: letter('o'), intent: 'logs', label: { ...on(panelPlaces, 'logs'), logs: 'back' }, spare: 4 },
  { keys: '/', is: letter('/'), intent: 'search', label: { logs: 'search' }, spare: 1 },
  { keys: 'n', is: letter('n'), intent: 'match-next', label: { logs: 'match' }, spare: 2 },
  { keys: 'N', is: letter('N'), intent: 'match-previous', label: { logs: 'matchBefore' }, spare: 9 },
  { keys: 'T', is: letter('T'), intent: 'times', label: { logs: 'times' }, spare: 3 },
  { keys: 'd', is: letter('d'), intent: 'disrupt', label: on(panelPlaces, 'disrupt'), spare: 9 },
  { keys: 'm', is: letter('m'), intent: 'map', label: on(panelPlaces, 'map'), spare: 9 },
  { keys: 'c', is: letter('c'), intent: 'commands', label: on(panelPlaces, 'commands'), spare: 9 },
  {
    keys: 'D',
    is: letter('D'),
    intent: 'doctor',
    label: { home: 'doctor', ...on(panelPlaces, 'doctor'), doctor: 'back' },
    spare: 9,
  },
  {
    keys: 'l',
    is: letter('l'),
    intent: 'language',
    label: on(everywhere, 'language'),
    spare: 4,
  },
  {
    keys: 'Enter',
    is: press => press.return === true,
    intent: 'accept',
    label: on(['logs-search', 'tour-edit'], 'accept'),
    spare: 0,
  },
  {
    keys: 'Esc',
    is: press => press.escape === true,
    intent: 'back',
    label: {
      ...on([...panelPlaces, ...pagePlaces, 'logs', 'tour'], 'back'),
      ...on(['logs-search', 'tour-edit'], 'cancel'),
    },
    spare: 0,
  },
  { keys: '?', is: letter('?'), intent: 'help', label: { ...on(everywhere, 'help'), help: 'back' }, spare: 0 },
  {
    keys: 'q',
    is: press => letter('q')(press) || ctrl('c')(press),
    intent: 'quit',
    label: on(everywhere, 'quit'),
    spare: 0,
  },
  {
    keys: 'Ctrl-C',
    is: ctrl('c'),
    intent: 'quit',
    label: on(['logs-search', 'tour-edit'], 'quit'),
    spare: 3,
  },
  { keys: '1–9', is: () => false, intent: 'open', label: { home: 'choose' }, spare: 9 },
  {
    keys: 'PgDn',
    is: press => press.pageDown === true || letter(' ')(press),
    intent: 'page-down',
    label: { ...on([...pagePlaces, 'commands', 'logs', 'tour', 'map'], 'page'), challenge: 'detail' },
    spare: 9,
  },
  {
    keys: 'PgUp',
    is: press => press.pageUp === true,
    intent: 'page-up',
    label: { ...on([...pagePlaces, 'commands', 'logs', 'tour', 'map'], 'page'), challenge: 'detail' },
    spare: 9,
  },
  {
    keys: 'Home',
    is: press => press.home === true || letter('g')(press),
    intent: 'first',
    label: on(everywhere, 'first'),
    spare: 9,
  },
  {
    keys: 'End',
    is: press => press.end === true || letter('G')(press),
    intent: 'last',
    label: on(everywhere, 'last'),
    spare: 9,
  },
];
