import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../challenges/catalogue.ts';
import { learnOpened, learnReport } from '../../../progress/learn.ts';
import { mergeProgress } from '../../../progress/merge.ts';
import { isEmpty, noProgress, type Progress, progressOf } from '../../../progress/progress.ts';
import type { State } from '../../state.ts';
import { allIds, change, happen, home, noon, press, report, reportOf, tell } from '../../test/scene.ts';
import type { ProgressEvent } from './state.ts';

const size = { columns: 80, rows: 24 };
const one = '01-networked-containers';
const minute = 60_000;
const start = (progress: Progress = noProgress) => home('en', size, catalogue, progress);
const hear = (state: State, event: ProgressEvent) => happen(state, { kind: 'progress', event });
const at = (state: State, minutes: number) => hear(state, { kind: 'time', at: noon + minutes * minute });
const spent = (state: State, id = one) => progressOf(state.progress.known, id).spentMs / minute;
const complete = reportOf(Object.fromEntries(allIds.map(id => [id, 'pass' as const])));

describe('what the screen learns', () => {
  it('is that a challenge was opened, once', () => {
    const opened = at(press(start(), 'choose 1'), 0);
    expect(progressOf(opened.progress.unsaved, one).firstOpenedAt).toBe('2026-11-20T12:00:00.000Z');
    expect(opened.progress.saves).toBe(1);
    const again = at(press(at(press(opened, 'back'), 1), 'choose 1'), 2);
    expect(progressOf(again.progress.known, one).firstOpenedAt).toBe('2026-11-20T12:00:00.000Z');
  });

  it('is each objective that was met, and that all were; a report that says the same is no news', () => {
    const begun = tell(press(start(), 'choose 1'), report(reportOf({ 'custom-network': 'pass' })));
    expect(Object.keys(progressOf(begun.progress.unsaved, one).objectives)).toEqual(['custom-network']);
    const { saves } = begun.progress;
    expect(tell(begun, report(reportOf({ 'custom-network': 'pass' }))).progress.saves).toBe(saves);
    const regressed = tell(begun, report(reportOf({})));
    expect(progressOf(regressed.progress.known, one).best.earned).toBe(4);
    const done = tell(regressed, report(complete));
    expect(progressOf(done.progress.known, one)).toMatchObject({ best: { earned: 20, bonus: 2 } });
    expect(progressOf(done.progress.known, one).completedAt).toBeDefined();
    expect(done.progress.saves).toBeGreaterThan(saves);
  });

  it('is nothing from verdicts of which some are not fresh', () => {
    const state = tell(press(start(), 'choose 1'), report(complete, ['by-name']));
    expect(isEmpty(state.progress.known)).toBe(true);
  });

  it('is each hint that was asked for, the highest level', () => {
    const state = tell(press(start(), 'choose 1'), report(reportOf({})));
    const twice = press(state, 'hint', 'hint');
    expect(progressOf(twice.progress.known, one).hints).toEqual({ 'custom-network': 2 });
    const round = press(twice, 'hint', 'hint', 'hint');
    expect(progressOf(round.progress.known, one).hints).toEqual({ 'custom-network': 3 });
    expect(round.progress.saves).toBe(twice.progress.saves + 1);
  });

  it('is that the solution was seen, and the language that was chosen', () => {
    const state = tell(press(start(), 'choose 1'), report(reportOf({})));
    const asked = press(state, 'solution');
    expect(progressOf(asked.progress.known, one).solutionSeenAt).toBeUndefined();
    expect(progressOf(press(asked, 'solution').progress.known, one).solutionSeenAt).toBeDefined();
    expect(press(start(), 'language').progress.unsaved.language).toBe('pt-BR');
  });
});

describe('the time spent', () => {
  it('counts while a challenge is open, for that challenge', () => {
    const first = at(at(press(start(), 'choose 1'), 0), 2);
    expect(spent(first)).toBe(2);
    const second = at(press(press(first, 'back'), 'choose 2'), 3);
    const later = at(press(second, 'back'), 4);
    expect([spent(later), spent(later, '02-sqlite-volume')]).toEqual([3, 1]);
    expect(spent(at(later, 50))).toBe(3);
  });

  it('stops counting five minutes after the last key or change on the engine, and goes on with the next', () => {
    const idle = [1, 2, 3, 4, 5, 6, 7, 8, 60].reduce(
      (state, minutes) => at(state, minutes),
      at(press(start(), 'choose 1'), 0),
    );
    expect(spent(idle)).toBe(5);
    expect(spent(at(tell(idle, report(reportOf({}))), 61))).toBe(5);
    const back = at(at(press(idle, 'down'), 60.5), 62.5);
    expect(spent(back)).toBe(7.5);
    const changed = tell(at(back, 90), change('network', 'create', { name: 'x' }));
    expect(spent(at(changed, 90.5))).toBe(11);
  });

  it('does not count the hours that the machine slept', () => {
    const slept = at(press(at(press(start(), 'choose 1'), 0), 'down'), 600);
    expect(spent(slept)).toBe(5);
  });

  it('is not saved at once', () => {
    const opened = at(press(start(), 'choose 1'), 0);
    const later = at(opened, 1);
    expect(later.progress.saves).toBe(opened.progress.saves);
    expect(isEmpty(later.progress.unsaved)).toBe(false);
  });
});

describe('saving', () => {
  const opened = at(press(start(), 'choose 1'), 0);
  const saving = hear(opened, { kind: 'saving' });

  it('takes what another lab has saved meanwhile, and keeps what was learned meanwhile', () => {
    const meanwhile = at(saving, 1);
    const theirs = mergeProgress(opened.progress.unsaved, learnReport(complete));
    const kept = hear(meanwhile, {
      kind: 'kept',
      kept: { progress: theirs, troubles: [], backup: undefined },
      unsaved: noProgress,
    });
    expect(progressOf(kept.progress.known, one)).toMatchObject({ best: { earned: 20 }, spentMs: minute });
    expect(progressOf(kept.progress.unsaved, one).spentMs).toBe(minute);
    expect(progressOf(kept.progress.unsaved, one).firstOpenedAt).toBeUndefined();
  });

  it('that failed is told, and what was to be saved is kept for the next time', () => {
    const trouble = { kind: 'not-saved', file: '/x', reason: { kind: 'busy' } } as const;
    const kept = { progress: opened.progress.unsaved, troubles: [trouble], backup: undefined };
    const failed = hear(saving, { kind: 'kept', kept, unsaved: opened.progress.unsaved });
    expect(failed.progress.troubles).toEqual([trouble]);
    expect(failed.progress.unsaved).toEqual(opened.progress.unsaved);
    const well = hear(failed, { kind: 'kept', kept: { ...kept, troubles: [] }, unsaved: noProgress });
    expect(well.progress.troubles).toEqual([]);
  });
});

it('the cursor begins at the first challenge that is not done', () => {
  expect(start().cursor).toBe(0);
  expect(start(learnOpened('02-sqlite-volume', noon)).cursor).toBe(0);
  expect(start(learnReport(complete)).cursor).toBe(1);
  const all = catalogue.map(({ id }) => learnReport({ ...complete, challenge: id }));
  expect(start(all.reduce((sum, more) => mergeProgress(sum, more))).cursor).toBe(0);
});
