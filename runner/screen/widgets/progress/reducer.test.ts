import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../challenges/catalogue.ts';
import { learnOpened, learnReport } from '../../../progress/learn.ts';
import { mergeProgress } from '../../../progress/merge.ts';
import { isEmpty, noProgress, type Progress, progressOf } from '../../../progress/progress.ts';
import type { Report } from '../../../verdict/report.ts';
import type { ScreenEvent, State } from '../../state.ts';
import { allIds, change, effectsOf, happen, home, noon, press, report, reportOf, tell } from '../../test/scene.ts';
import type { ProgressEvent } from './state.ts';

const size = { columns: 80, rows: 24 };
const one = '01-networked-containers';
const minute = 60_000;
const start = (progress: Progress = noProgress) => home('en', size, catalogue, progress);
const hear = (state: State, event: ProgressEvent) => happen(state, { kind: 'progress', event });
const at = (state: State, minutes: number) => hear(state, { kind: 'time', at: noon + minutes * minute });
const time = (minutes: number): ScreenEvent => ({
  kind: 'progress',
  event: { kind: 'time', at: noon + minutes * minute },
});
const live = (made: Report): ScreenEvent => ({ kind: 'live', watch: 1, event: report(made), at: noon });
/** What is to be saved at an event. */
const savesOf = (state: State, event: ScreenEvent): Progress[] =>
  effectsOf(state, event).flatMap(effect =>
    effect.to === 'progress' && effect.kind === 'save' ? [effect.learned] : [],
  );
const allSaved = (state: State): State => ({
  ...state,
  progress: { ...state.progress, saving: false, unsaved: noProgress },
});
const spent = (state: State, id = one) => progressOf(state.progress.known, id).spentMs / minute;
const complete = reportOf(Object.fromEntries(allIds.map(id => [id, 'pass' as const])));

describe('what the screen learns', () => {
  it('is that a challenge was opened, once', () => {
    const opened = at(press(start(), 'choose 1'), 0);
    expect(opened.progress).toMatchObject({ saving: true, unsaved: noProgress });
    const [learned, ...more] = savesOf(press(start(), 'choose 1'), time(0));
    expect(more).toEqual([]);
    expect(progressOf(learned ?? noProgress, one).firstOpenedAt).toBe('2026-11-20T12:00:00.000Z');
    const again = at(press(at(press(opened, 'back'), 1), 'choose 1'), 2);
    expect(progressOf(again.progress.known, one).firstOpenedAt).toBe('2026-11-20T12:00:00.000Z');
  });

  it('is each objective that was met, and that all were; a report that says the same is no news', () => {
    const [learned] = savesOf(press(start(), 'choose 1'), live(reportOf({ 'custom-network': 'pass' })));
    expect(Object.keys(progressOf(learned ?? noProgress, one).objectives)).toEqual(['custom-network']);
    const begun = allSaved(tell(press(start(), 'choose 1'), report(reportOf({ 'custom-network': 'pass' }))));
    expect(savesOf(begun, live(reportOf({ 'custom-network': 'pass' })))).toEqual([]);
    const regressed = tell(begun, report(reportOf({})));
    expect(progressOf(regressed.progress.known, one).best.earned).toBe(4);
    const done = tell(regressed, report(complete));
    expect(progressOf(done.progress.known, one)).toMatchObject({ best: { earned: 20, bonus: 2 } });
    expect(progressOf(done.progress.known, one).completedAt).toBeDefined();
    expect(savesOf(allSaved(regressed), live(complete))).toHaveLength(1);
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
    const hint = { kind: 'key', intent: 'hint' } as const;
    expect(
      [0, 1, 2].flatMap(times => savesOf(allSaved(press(twice, ...Array(times).fill('hint'))), hint)),
    ).toHaveLength(1);
  });

  it('is that the solution was seen, and the language that was chosen', () => {
    const state = tell(press(start(), 'choose 1'), report(reportOf({})));
    const asked = press(state, 'solution');
    expect(progressOf(asked.progress.known, one).solutionSeenAt).toBeUndefined();
    expect(progressOf(press(asked, 'solution').progress.known, one).solutionSeenAt).toBeDefined();
    expect(savesOf(start(), { kind: 'key', intent: 'language' })).toMatchObject([{ language: 'pt-BR' }]);
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

  it('is asked for when a challenge is opened or left, and saved when it is told', () => {
    const telling = { to: 'progress', kind: 'tell-time' };
    expect(effectsOf(start(), { kind: 'key', intent: 'choose 1' })).toEqual([telling]);
    const opened = allSaved(at(press(start(), 'choose 1'), 0));
    expect(effectsOf(opened, { kind: 'key', intent: 'map' })).toEqual([]);
    expect(effectsOf(opened, { kind: 'key', intent: 'back' })).toEqual([telling]);
    const [learned] = savesOf(opened, time(1));
    expect(progressOf(learned ?? noProgress, one).spentMs).toBe(minute);
  });
});

describe('saving', () => {
  const opened = at(press(start(), 'choose 1'), 0);
  const [learned = noProgress] = savesOf(press(start(), 'choose 1'), time(0));
  const well = (progress: Progress) => ({ progress, troubles: [], backup: undefined });

  it('takes what another lab has saved meanwhile, and keeps what was learned meanwhile', () => {
    const meanwhile = at(opened, 1);
    expect(savesOf(opened, time(1))).toEqual([]);
    const theirs = mergeProgress(learned, learnReport(complete));
    const event = { kind: 'kept', kept: well(theirs), learned } as const;
    const kept = hear(meanwhile, event);
    expect(progressOf(kept.progress.known, one)).toMatchObject({ best: { earned: 20 }, spentMs: minute });
    const [next] = savesOf(meanwhile, { kind: 'progress', event });
    expect(progressOf(next ?? noProgress, one)).toMatchObject({ spentMs: minute, firstOpenedAt: undefined });
    expect(kept.progress.saving).toBe(true);
  });

  it('that failed is told, and what was to be saved is kept for the next time', () => {
    const trouble = { kind: 'not-saved', file: '/x', reason: { kind: 'busy' } } as const;
    const failed = hear(opened, { kind: 'kept', kept: { ...well(learned), troubles: [trouble] }, learned });
    expect(failed.progress).toMatchObject({ troubles: [trouble], unsaved: learned, saving: false });
    expect(savesOf(failed, time(0))).toEqual([learned]);
    expect(hear(at(failed, 0), { kind: 'kept', kept: well(learned), learned }).progress.troubles).toEqual([]);
  });

  it('that could not even begin is told, too, and loses nothing', () => {
    const failed = hear(opened, { kind: 'not-kept', learned, message: 'a bug' });
    expect(failed.progress).toMatchObject({ known: opened.progress.known, unsaved: learned, saving: false });
    expect(failed.progress.troubles).toMatchObject([{ kind: 'not-saved', reason: { message: 'a bug' } }]);
  });
});

it('the cursor begins at the first challenge that is not done', () => {
  expect(start().cursor).toBe(0);
  expect(start(learnOpened('02-sqlite-volume', noon)).cursor).toBe(0);
  expect(start(learnReport(complete)).cursor).toBe(1);
  const all = catalogue.map(({ id }) => learnReport({ ...complete, challenge: id }));
  expect(start(all.reduce((sum, more) => mergeProgress(sum, more))).cursor).toBe(0);
});
