import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../../../challenges/01-networked-containers/challenge.ts';
import { placeOf } from '../../place.ts';
import type { State } from '../../state.ts';
import { allIds, effectsOf, happen, opened, press, report, reportOf, tell } from '../../test/scene.ts';
import {
  asked,
  clearGround,
  guide,
  latestRun,
  runAll,
  runStep,
  tourAsked,
  tourOf,
  tourOpened,
} from '../../test/tour-scene.ts';
import { leftBehind, turnedBy } from './steps.ts';

const size = { columns: 100, rows: 30 };
const { id, steps } = networkedContainers;
const passing = (...ids: string[]) => Object.fromEntries(ids.map(one => [one, 'pass' as const]));
const question = (state: State) => state.tour.asked;
const type = (state: State, text: string) =>
  [...text].reduce((now, input) => happen(now, { kind: 'press', press: { input } }), state);
const turned = (state: State, step: number) => {
  const run = tourOf(state).steps[step];
  return run === undefined ? [] : turnedBy(state, id, run);
};

describe('the gate', () => {
  it('asks before the solution is shown, and shows it the second time', () => {
    const once = press(opened('en', size), 'solution');
    expect([question(once), once.reading]).toEqual([id, undefined]);
    const twice = press(once, 'solution');
    expect([question(twice), twice.reading]).toEqual([undefined, 'tour']);
    expect(asked(once, 'solution')).toEqual([{ to: 'tour', kind: 'look', challenge: networkedContainers }]);
  });

  it('takes the question back at any other key; Esc does nothing else', () => {
    const once = press(opened('en', size), 'solution');
    expect(question(press(once, 'down'))).toBeUndefined();
    const back = press(once, 'back');
    expect(question(back)).toBeUndefined();
    expect(back.attempt).toBeDefined();
    expect(press(back, 'solution').reading).toBeUndefined();
  });

  it('does not ask once it was seen, or all that is required is met', () => {
    const seen = press(tourOpened('en', size), 'back');
    expect(press(seen, 'solution').reading).toBe('tour');
    const solved = tell(opened('en', size), report(reportOf(passing(...allIds))));
    expect(press(solved, 'solution').reading).toBe('tour');
  });
});

describe('the ground', () => {
  it('runs nothing where names are taken, and looks again at Enter', () => {
    const taken = [{ kind: 'container', name: 'server', removal: 'docker rm --force server' }] as const;
    const state = guide(tourAsked('en', size), { kind: 'looked', ground: { ...clearGround, taken } });
    expect(tourOf(state).ground).toEqual({ kind: 'taken', taken });
    const again = press(state, 'open');
    expect(tourOf(again).ground.kind).toBe('looking');
    expect(asked(state, 'open')).toMatchObject([{ kind: 'look' }]);
    expect(asked(again, 'open')).toEqual([]);
  });

  it('goes on where an earlier run ended: a build before what it left is done, too', () => {
    const things = [
      { kind: 'network', name: 'app-net' },
      { kind: 'container', name: 'server' },
    ] as const;
    const state = guide(tourAsked('en', size), { kind: 'looked', ground: { taken: [], things, steps: [0, 2] } });
    expect(tourOf(state).ground.kind).toBe('earlier');
    const goneOn = tourOf(press(state, 'open'));
    expect(goneOn.steps.map(({ outcome }) => outcome)).toEqual(['earlier', 'earlier', 'earlier', 'none', 'none']);
    expect(goneOn.at).toBe(3);
  });

  it('or begins anew', () => {
    const things = [{ kind: 'network', name: 'app-net' }] as const;
    const earlier = guide(tourAsked('en', size), { kind: 'looked', ground: { taken: [], things, steps: [0] } });
    const anew = press(earlier, 'anew');
    expect(asked(earlier, 'anew')).toEqual([{ to: 'tour', kind: 'remove', challenge: networkedContainers }]);
    expect(asked(anew, 'anew')).toEqual([]);
    const removed = tourOf(guide(anew, { kind: 'removed', things }));
    expect(removed.ground.kind).toBe('clear');
    expect(removed.removed).toEqual(things);
  });

  it('knows what it has made itself, and what of it has gone since', () => {
    const done = press(runAll(tourOpened('en', size)), 'back', 'solution');
    const things = [
      { kind: 'network', name: 'app-net' },
      { kind: 'container', name: 'client' },
    ] as const;
    const there = tourOf(guide(done, { kind: 'looked', ground: { taken: [], things, steps: [0, 4] } }));
    expect(there.ground.kind).toBe('clear');
    expect(there.steps.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'none', 'done', 'done']);
  });

  it('says what failed, and tries again', () => {
    const failed = guide(tourAsked('en', size), { kind: 'trouble', message: 'the engine does not answer' });
    expect(tourOf(failed).ground).toEqual({ kind: 'failed', message: 'the engine does not answer' });
    expect(asked(failed, 'open')).toMatchObject([{ kind: 'look' }]);
  });
});

describe('a step', () => {
  it('is run at Enter, keeps what it says, and Enter then goes on', () => {
    const state = runStep(tourOpened('en', size));
    const command = steps[0]?.command;
    expect(asked(tourOpened('en', size), 'open')).toEqual([
      { to: 'tour', kind: 'run', challenge: networkedContainers, step: 0, run: 1, command, language: 'en' },
    ]);
    expect(tourOf(state).steps[0]).toMatchObject({ outcome: 'done', exitCode: 0, output: { lines: ['f00dbeef'] } });
    expect(tourOf(press(state, 'open')).at).toBe(1);
  });

  it('is not run twice while it runs, nor while another does', () => {
    const running = press(tourOpened('en', size), 'open');
    expect(asked(running, 'open')).toEqual([]);
    const other = press(running, 'right', 'open');
    expect(asked(press(running, 'right'), 'open')).toEqual([]);
    expect(tourOf(other).notice).toEqual({ kind: 'busy', step: 0 });
  });

  it('that failed is run again, and does not go on by itself', () => {
    const failed = runStep(tourOpened('en', size), { exitCode: 125 }, 'docker: Error response from daemon\n');
    expect(tourOf(failed).steps[0]).toMatchObject({ outcome: 'failed', exitCode: 125 });
    const again = press(failed, 'open');
    expect(asked(failed, 'open')).toMatchObject([{ kind: 'run', step: 0, run: 2 }]);
    expect(tourOf(again).steps[0]?.output.lines).toEqual([]);
  });

  it('before which one was left out is run only when that was said', () => {
    const third = press(tourOpened('en', size), 'right', 'right');
    const warned = press(third, 'open');
    expect(tourOf(warned).notice).toEqual({ kind: 'out-of-order', step: 0 });
    expect(asked(third, 'open')).toEqual([]);
    expect(asked(warned, 'open')).toMatchObject([{ kind: 'run', step: 2 }]);
    expect(tourOf(press(warned, 'left')).notice).toBeUndefined();
  });

  it('is ended by x while it runs, and what an earlier run still says is not listened to', () => {
    const running = press(tourOpened('en', size), 'open');
    const { run } = latestRun(running);
    const stopping = press(running, 'remove');
    expect(asked(running, 'remove')).toEqual([{ to: 'tour', kind: 'stop', challenge: networkedContainers, run }]);
    expect(tourOf(stopping).notice).toEqual({ kind: 'stopping' });
    const ended = guide(stopping, { kind: 'ended', step: 0, run, end: { exitCode: undefined }, at: 0 });
    expect(tourOf(ended)).toMatchObject({ notice: undefined, steps: [{ outcome: 'failed' }, {}, {}, {}, {}] });
    const stale = guide(running, { kind: 'output', step: 0, run: run - 1, text: 'old\n' });
    expect(tourOf(stale).steps[0]?.output.lines).toEqual([]);
  });

  it('turns objectives green, also late; once the next one runs, those stay its own', () => {
    const first = tell(runStep(tourOpened('en', size)), report(reportOf(passing('own-image'))));
    expect(turned(first, 0)).toEqual(['own-image']);
    const later = tell(first, report(reportOf(passing('own-image', 'custom-network'))));
    expect(turned(later, 0)).toEqual(['custom-network', 'own-image']);
    const second = tell(runStep(press(later, 'open')), report(reportOf(passing('own-image', 'server-answers'))));
    expect(turned(second, 0)).toEqual(['custom-network', 'own-image']);
    expect(turned(second, 1)).toEqual(['server-answers']);
  });

  it('goes on while the page is closed', () => {
    const running = press(tourOpened('en', size), 'open');
    const away = press(running, 'back');
    const ended = guide(away, { kind: 'ended', ...latestRun(running), end: { exitCode: 0 }, at: 0 });
    expect(tourOf(press(ended, 'solution')).steps[0]?.outcome).toBe('done');
  });
});

describe('editing', () => {
  it('takes the change at Enter: the step is to be run anew with it', () => {
    const open = press(tourOpened('en', size), 'edit');
    expect(placeOf(open)).toBe('tour-edit');
    const edited = happen(type(open, '2'), { kind: 'press', press: { input: '', return: true } });
    expect(tourOf(edited).steps[0]?.command).toBe('docker network create app-net2');
    expect(asked(edited, 'open')).toMatchObject([{ command: 'docker network create app-net2' }]);
  });

  it('drops it at Esc', () => {
    const dropped = press(type(press(tourOpened('en', size), 'edit'), 'xyz'), 'back');
    expect(dropped.reading).toBe('tour');
    expect(tourOf(dropped).steps[0]?.command).toBe('docker network create app-net');
  });

  it('goes on where the command cannot be a step, and says why', () => {
    const edited = press(type(press(tourOpened('en', size), 'edit'), ' | cat'), 'accept');
    expect(tourOf(edited).notice).toEqual({ kind: 'fault', fault: { kind: 'needs-shell', character: '|' } });
    expect(edited.tour.editing?.text).toBe('docker network create app-net | cat');
  });

  it('makes one line of a command that was copied over several', () => {
    const text = ' \\\n  --internal';
    const pasted = happen(press(tourOpened('en', size), 'edit'), { kind: 'paste', text });
    expect(pasted.tour.editing?.text).toBe('docker network create app-net --internal');
    expect(effectsOf(tourOpened('en', size), { kind: 'paste', text: 'q' })).toEqual([]);
  });
});

it('removes all that it made, and can then begin again', () => {
  const done = runAll(tourOpened('en', size));
  expect(leftBehind(done)).toEqual([networkedContainers]);
  const removing = press(done, 'remove');
  expect(asked(done, 'remove')).toMatchObject([{ kind: 'remove' }]);
  const removed = guide(removing, { kind: 'removed', things: [{ kind: 'container', name: 'server' }] });
  expect(tourOf(removed)).toMatchObject({ at: 0, removed: [{ kind: 'container', name: 'server' }] });
  expect(leftBehind(removed)).toEqual([]);
  expect(tourOf(removed).steps.every(({ outcome }) => outcome === 'none')).toBe(true);
  expect(asked(removed, 'open')).toMatchObject([{ kind: 'run', step: 0 }]);
});
