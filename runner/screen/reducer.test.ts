import { describe, expect, it } from 'vitest';
import { focused, isComplete, standingOf } from './objectives.ts';
import type { Attempt, State } from './state.ts';
import {
  allIds,
  change,
  effectsOf,
  happen,
  home,
  learnersBindings,
  opened,
  press,
  report,
  reportOf,
  tell,
} from './test/scene.ts';

const size = { columns: 80, rows: 24 };
const passing = (...ids: string[]) => Object.fromEntries(ids.map(id => [id, 'pass' as const]));
const attemptOf = (state: State): Attempt => {
  if (state.attempt === undefined) throw new Error('no challenge is open');
  return state.attempt;
};

const recheck = (state: State) => ({ to: 'watch', kind: 'recheck', watch: attemptOf(state).watch });

describe('the list', () => {
  it('opens the challenge under the cursor, and one by its number', () => {
    expect(press(home('en', size), 'open').attempt?.challenge.number).toBe(1);
    expect(press(home('en', size), 'choose 1').attempt?.challenge.number).toBe(1);
  });

  it('stays where it is for a number that is not there, and at its ends', () => {
    expect(press(home('en', size), 'choose 9').attempt).toBeUndefined();
    expect(press(home('en', size), 'up', 'down', 'down').cursor).toBe(0);
  });

  it('does nothing where there is no challenge at all', () => {
    expect(press(home('en', size, []), 'down', 'open').attempt).toBeUndefined();
  });

  it('remembers the last report of a challenge', () => {
    const back = press(tell(opened('en', size), report(reportOf(passing('own-image')))), 'back');
    expect(back.attempt).toBeUndefined();
    expect(back.reports['01-networked-containers']?.score.earned).toBe(3);
  });
});

describe('an open challenge', () => {
  it('follows the first objective that is not met', () => {
    const state = tell(opened('en', size), report(reportOf(passing('custom-network'))));
    expect(focused(attemptOf(state))?.id).toBe('server-answers');
  });

  it('keeps what the learner selected until that is met', () => {
    const chosen = press(tell(opened('en', size), report(reportOf({}))), 'down', 'down');
    expect(focused(attemptOf(chosen))?.id).toBe('own-image');
    const other = tell(chosen, report(reportOf(passing('server-answers'))));
    expect(focused(attemptOf(other))?.id).toBe('own-image');
    const met = tell(other, report(reportOf(passing('server-answers', 'own-image'))));
    expect(focused(attemptOf(met))?.id).toBe('custom-network');
  });

  it('tells what turned in its log, both ways', () => {
    const state = tell(
      opened('en', size),
      report(reportOf({})),
      change('network', 'create', { name: 'minha-rede' }),
      report(reportOf(passing('custom-network'))),
      report(reportOf({})),
    );
    expect(attemptOf(state).log.map(entry => entry.kind)).toEqual(['command', 'met', 'lost']);
  });

  it('does not say that an objective turned while its verdict is still being found out', () => {
    const met = tell(opened('en', size), report(reportOf(passing('by-name'))));
    const pending = tell(met, report(reportOf({ 'by-name': 'unknown' }), ['by-name']));
    expect(attemptOf(pending).log).toEqual([]);
    expect(standingOf(attemptOf(pending), 'by-name')).toBe('waiting');
    expect(attemptOf(pending).checking).toBe(true);
  });

  it('is complete without the bonus', () => {
    const required = allIds.filter(id => id !== 'survives-restart');
    const state = tell(opened('en', size), report(reportOf(passing(...required))));
    expect(isComplete(attemptOf(state))).toBe(true);
    expect(focused(attemptOf(state))).toBeUndefined();
    expect(focused(attemptOf(press(state, 'down')))?.id).toBe('survives-restart');
  });

  it('gives three hints and then the verdict again', () => {
    const state = tell(opened('en', size), report(reportOf({})));
    const levels = [1, 2, 3, 4].map(
      times => attemptOf(press(state, ...Array(times).fill('hint'))).hints['custom-network'],
    );
    expect(levels).toEqual([1, 2, 3, 0]);
  });

  it('shows that a look failed, until one succeeds', () => {
    const known = tell(opened('en', size), report(reportOf(passing('own-image'))), { kind: 'checking' });
    const failed = tell(known, { kind: 'look-failed', message: 'a bug' });
    expect(attemptOf(failed)).toMatchObject({ trouble: { kind: 'look', message: 'a bug' }, checking: false });
    expect(standingOf(attemptOf(failed), 'own-image')).toBe('met');
    expect(effectsOf(failed, { kind: 'key', intent: 'recheck' })).toEqual([recheck(failed)]);
    expect(attemptOf(press(failed, 'recheck')).watch).toBe(attemptOf(failed).watch);
    expect(attemptOf(tell(failed, report(reportOf(passing('own-image'))))).trouble).toBeUndefined();
  });

  it('shows that the engine is gone, keeps what was known, and recovers', () => {
    const known = tell(opened('en', size), report(reportOf(passing('own-image'))));
    const lost = tell(
      known,
      { kind: 'engine-lost', message: 'refused' },
      { kind: 'engine-lost', message: 'refused again' },
    );
    expect(attemptOf(lost).trouble).toEqual({ kind: 'engine', message: 'refused again' });
    expect(attemptOf(lost).log.map(entry => entry.kind)).toEqual(['engine-lost']);
    expect(standingOf(attemptOf(lost), 'own-image')).toBe('met');
    const back = tell(lost, { kind: 'engine-back' }, report(reportOf(passing('own-image'))));
    expect(attemptOf(back).trouble).toBeUndefined();
    expect(attemptOf(back).log.map(entry => entry.kind)).toEqual(['engine-lost', 'engine-back']);
  });

  it('goes on with the same watch in another language', () => {
    const first = opened('en', size);
    const second = press(first, 'language');
    expect(second.language).toBe('pt-BR');
    expect(attemptOf(second)).toEqual(attemptOf(first));
  });

  it('asks for a check, or for a new watch where the old one has ended', () => {
    const running = tell(opened('en', size), report(reportOf({})));
    expect(effectsOf(running, { kind: 'key', intent: 'recheck' })).toEqual([recheck(running)]);
    const ended = happen(running, { kind: 'watch-ended', watch: attemptOf(running).watch, message: 'broken' });
    expect(attemptOf(ended).trouble?.kind).toBe('stopped');
    expect(effectsOf(ended, { kind: 'key', intent: 'recheck' })).toEqual([]);
    const again = press(ended, 'recheck');
    expect(attemptOf(again).watch).not.toBe(attemptOf(ended).watch);
    expect(attemptOf(again).trouble).toBeUndefined();
  });

  it('learns names of containers from events', () => {
    const state = tell(opened('en', size), change('container', 'create', { name: 'servidor', image: 'x' }, 'abc'));
    expect(attemptOf(state).names).toEqual({ abc: 'servidor' });
    const renamed = tell(state, change('container', 'rename', { name: 'outro', oldName: '/servidor' }, 'abc'));
    expect(attemptOf(renamed).names).toEqual({ abc: 'outro' });
  });

  it('keeps no more of a long session than of a short one', () => {
    const events = Array.from({ length: 600 }, (_, index) =>
      change('container', 'create', { name: `c-${index}`, image: 'x' }, `id-${index}`),
    );
    const { names, log } = attemptOf(tell(opened('en', size), ...events));
    expect(Object.keys(names)).toHaveLength(500);
    expect(names['id-599']).toBe('c-599');
    expect(log).toHaveLength(200);
  });
});

describe('a page', () => {
  it('scrolls within its ends and goes back to where it was opened', () => {
    const page = press(tell(opened('en', size), report(reportOf({}, learnersBindings))), 'brief');
    expect(press(page, 'up').scroll).toBe(0);
    expect(press(page, 'page-down').scroll).toBe(19);
    const end = press(page, 'last');
    expect(press(end, 'down').scroll).toBe(end.scroll);
    expect(press(end, 'back').reading).toBeUndefined();
    expect(press(end, 'back').attempt?.challenge.number).toBe(1);
  });

  it('keeps within its end when the terminal grows', () => {
    const end = press(press(home('en', size), 'brief'), 'last');
    const grown = happen(end, { kind: 'resize', size: { columns: 80, rows: 400 } });
    expect(grown.scroll).toBe(0);
  });
});
