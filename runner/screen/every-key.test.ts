import { describe, expect, it } from 'vitest';
import { catalogue } from '../../challenges/catalogue.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeNetwork } from '../test/fakes/facts.ts';
import type { Intent, Press } from './intent.ts';
import { intentOf } from './keys/keymap.ts';
import { type Place, placeOf } from './place.ts';
import { reduce } from './reducer.ts';
import type { State } from './state.ts';
import {
  change,
  facts,
  happen,
  home,
  learnersBindings,
  noon,
  opened,
  press,
  report,
  reportOf,
  tell,
} from './test/scene.ts';
import { runStep, tourOpened } from './test/tour-scene.ts';

/** So small that everything has to be scrolled. */
const size = { columns: 60, rows: 18 };

/** Every key that the table may know. */
const presses: readonly Press[] = [
  ...Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456789/=? ', input => ({ input })),
  ...['c', 't'].map(input => ({ input, ctrl: true })),
  ...(['upArrow', 'downArrow', 'leftArrow', 'rightArrow', 'pageUp', 'pageDown', 'home', 'end'] as const).map(key => ({
    input: '',
    [key]: true,
  })),
  ...[{ return: true }, { escape: true }, { tab: true }, { tab: true, shift: true }].map(key => ({
    input: '',
    ...key,
  })),
];

const seen = fakeFacts({
  containers: ['servidor', 'cliente', 'outro'].map((name, index) => {
    const networks = ['rede', 'outra'].map(network => fakeAttachment(network, `172.18.0.${index + 2}`));
    return fakeContainer(name, { networks, networkMode: 'rede' });
  }),
  networks: [fakeNetwork('rede'), fakeNetwork('outra')],
});

const challenge = () =>
  tell(
    opened('en', size),
    facts(seen),
    report(reportOf({}, learnersBindings)),
    ...Array.from({ length: 60 }, (_, index) => change('network', 'create', { name: `rede-${index}` }, `n${index}`)),
  );

const lines = (state: State): State => {
  const text = (index: number) => ({
    at: new Date(noon + index).toISOString(),
    stream: 'stdout' as const,
    text: `a ${index}`,
  });
  const news = { kind: 'lines', lines: Array.from({ length: 100 }, (_, index) => text(index)), leftOut: 0 } as const;
  return happen(state, { kind: 'logs', event: { session: state.logs.session, news } });
};
const logs = () => lines(press(challenge(), 'logs'));
const searched = () => press(happen(press(logs(), 'search'), { kind: 'paste', text: 'a' }), 'accept');
const missing = () =>
  happen(home('en', size), {
    kind: 'engine',
    event: { kind: 'missing', trouble: { message: 'none', why: undefined, next: ['x\n'.repeat(50)] }, canSetUp: true },
  });
const tour = () => runStep(tourOpened('en', size), { exitCode: 0 }, 'line\n'.repeat(100));

/** Some states of each place, so that each of its keys has something to do in one of them. */
const scenes: Readonly<Record<Place, readonly State[]>> = {
  home: [home('en', size, catalogue), press(home('en', size, catalogue), 'last')],
  challenge: [
    challenge(),
    press(challenge(), 'last'),
    press(challenge(), 'hint', 'hint', 'hint'),
    press(challenge(), 'hint', 'page-down'),
  ],
  map: [press(challenge(), 'map'), press(challenge(), 'map', 'down', 'down')],
  commands: [press(challenge(), 'commands'), press(challenge(), 'commands', 'page-up')],
  shell: [press(challenge(), 'shell')],
  brief: [press(challenge(), 'brief'), press(challenge(), 'brief', 'last')],
  help: [press(challenge(), 'help'), press(challenge(), 'help', 'last')],
  logs: [logs(), press(logs(), 'first'), searched()],
  report: [press(challenge(), 'report'), press(challenge(), 'report', 'page-down')],
  tour: [tour(), press(tour(), 'first'), press(tour(), 'right', 'right'), press(tourOpened('en', size), 'right')],
  doctor: [missing(), press(missing(), 'last')],
  'logs-search': [press(searched(), 'search')],
  'tour-edit': [press(tour(), 'right', 'edit')],
};

/** All that can be wanted; the compiler sees to it that none is missing. */
const named: Readonly<Record<Exclude<Intent, `choose ${number}`>, true>> = {
  ...{ up: true, down: true, left: true, right: true, 'page-up': true, 'page-down': true, first: true, last: true },
  ...{ open: true, 'panel-next': true, 'panel-previous': true, map: true, commands: true, zoom: true },
  ...{ shell: true, 'leave-shell': true, hint: true, 'run-for-me': true, recheck: true, disrupt: true, assign: true },
  ...{ solution: true, edit: true, remove: true, anew: true, report: true, logs: true, search: true, times: true },
  ...{ 'match-next': true, 'match-previous': true, doctor: true, 'set-up': true, brief: true, language: true },
  ...{ help: true, accept: true, back: true, quit: true },
};

/** Numbers beyond the last challenge do nothing, so they are left out. */
function intentsOf(place: Place): Set<Intent> {
  const beyond = (intent: Intent) => Number(/^choose (.+)$/.exec(intent)?.[1] ?? 0) > catalogue.length;
  return new Set(presses.flatMap(one => intentOf(one, place) ?? []).filter(intent => !beyond(intent)));
}

const places = Object.keys(scenes) as Place[];
const shown = (state: State) => JSON.stringify({ ...state, challenges: [] });
const doesSomething = (state: State, intent: Intent) => {
  const next = reduce(state, { kind: 'key', intent });
  return next.effects.length > 0 || shown(next.state) !== shown(state);
};

describe.each(places)('on %s', place => {
  const here = scenes[place];

  it('is where the scenes are', () => {
    for (const state of here) expect(placeOf(state)).toBe(place);
  });

  it.each([...intentsOf(place)])('%s does something', intent => {
    expect(here.some(state => doesSomething(state, intent))).toBe(true);
  });
});

it.each(Object.keys(named))('some key says %s', intent => {
  expect(places.some(place => intentsOf(place).has(intent as Intent))).toBe(true);
});
