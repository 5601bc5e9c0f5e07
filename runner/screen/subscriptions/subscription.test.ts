import { expect, it } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { fakeContainer, fakeFacts } from '../../test/fakes/facts.ts';
import type { State } from '../state.ts';
import { facts, happen, home, opened, press, report, reportOf, tell } from '../test/scene.ts';
import { subscriptionsOf } from './subscription.ts';

const size = { columns: 80, rows: 24 };
const to = (state: State, where: string) => subscriptionsOf(state).filter(one => one.to === where);
const gone = (state: State) => {
  const trouble = { message: 'none', why: undefined, next: [] };
  return happen(state, { kind: 'engine', event: { kind: 'missing', trouble, canSetUp: false } });
};

it('watches the open challenge while there is an engine, and anew when that is asked for', () => {
  const state = opened('en', size);
  expect(to(home('en', size), 'watch')).toEqual([]);
  expect(to(state, 'watch')).toMatchObject([{ challenge: networkedContainers, binds: {}, watch: 1 }]);
  expect(to(press(state, 'language', 'map'), 'watch')).toEqual(to(state, 'watch'));
  expect(to(gone(state), 'watch')).toEqual([]);
  expect(to(press(state, 'back'), 'watch')).toEqual([]);
  const ended = happen(state, { kind: 'watch-ended', watch: 1, message: 'broken' });
  expect(to(press(ended, 'recheck'), 'watch')).toMatchObject([{ watch: 2 }]);
});

it('follows the log that the page shows', () => {
  const containers = ['one', 'two'].map(name => fakeContainer(name));
  const page = press(tell(opened('en', size), facts(fakeFacts({ containers }))), 'logs');
  const [followed] = to(page, 'logs');
  expect(followed).toMatchObject({ target: page.logs.target, session: page.logs.session });
  expect(to(press(page, 'up', 'times'), 'logs')).toEqual([followed]);
  const [other] = to(press(page, 'right'), 'logs');
  expect(other?.key).not.toBe(followed?.key);
  expect(to(press(page, 'back'), 'logs')).toEqual([]);
});

it('lets time pass fast while something turns, seldom otherwise, and not at all on a still page', () => {
  const every = (state: State) => to(state, 'ticks').map(one => (one.to === 'ticks' ? one.everyMs : 0));
  const checked = tell(opened('en', size), report(reportOf({})));
  expect(every(home('en', size))).toEqual([]);
  expect(every(opened('en', size))).toEqual([120]);
  expect(every(checked)).toEqual([15_000]);
  expect(every(press(checked, 'help'))).toEqual([]);
  expect(every(press(checked, 'solution', 'solution'))).toEqual([120]);
  const again = tell(checked, { kind: 'checking' }, report(reportOf({})));
  expect(to(again, 'ticks')).not.toEqual(to(checked, 'ticks'));
});
