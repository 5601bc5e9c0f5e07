import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../../../challenges/01-networked-containers/challenge.ts';
import { languages } from '../../../base/language.ts';
import { lineWidth } from '../../../base/text/line.ts';
import type { Size, State } from '../../state.ts';
import { allIds, happen, press, report, reportOf, tell } from '../../test/scene.ts';
import { clearGround, guide, latestRun, runAll, runStep, tourAsked, tourOpened } from '../../test/tour-scene.ts';
import { screenView } from '../../views/screen.ts';
import { tourMessages } from './texts.ts';

const sizes: readonly Size[] = [
  { columns: 60, rows: 18 },
  { columns: 80, rows: 24 },
  { columns: 110, rows: 30 },
  { columns: 140, rows: 40 },
  { columns: 200, rows: 60 },
];
const { objectives, steps } = networkedContainers;
const all = Object.fromEntries(allIds.map(id => [id, 'pass' as const]));
const withoutBonus = { ...all, 'survives-restart': 'unknown' } as const;
const rows = (state: State) => screenView(state).map(line => line.map(part => part.text).join(''));
const text = (state: State) => rows(state).join('\n').replace(/\s+/g, ' ');
const plain = (words: string) => words.replaceAll('`', '').replace(/\s+/g, ' ');

const things = [
  { kind: 'network', name: 'app-net' },
  { kind: 'container', name: 'n'.repeat(90) },
] as const;
const many = Array.from({ length: 600 }, (_, line) => `line ${line} ${'x'.repeat(line % 200)}\u001b[31m`).join('\n');

/** Everything that the page can show. */
const scenes: Readonly<Record<string, (language: (typeof languages)[number], size: Size) => State>> = {
  looking: tourAsked,
  taken: (language, size) => {
    const taken = things.map(thing => ({ ...thing, removal: `docker rm ${thing.name}` }));
    return guide(tourAsked(language, size), { kind: 'looked', ground: { ...clearGround, taken } });
  },
  earlier: (language, size) =>
    guide(tourAsked(language, size), { kind: 'looked', ground: { ...clearGround, things, steps: [0] } }),
  trouble: (language, size) => guide(tourAsked(language, size), { kind: 'trouble', message: 'E'.repeat(300) }),
  'not run': tourOpened,
  running: (language, size) => {
    const running = press(tourOpened(language, size), 'open');
    const of = latestRun(running);
    return guide(running, { kind: 'output', ...of, text: many });
  },
  failed: (language, size) => runStep(tourOpened(language, size), { exitCode: 125 }, `${many}\nError response\n`),
  refused: (language, size) => runStep(tourOpened(language, size), { exitCode: undefined, message: 'No.' }, ''),
  editing: (language, size) => press(tourOpened(language, size), 'right', 'right', 'right', 'right', 'edit'),
  'editing in vain': (language, size) => {
    const open = press(tourOpened(language, size), 'edit');
    return press(happen(open, { kind: 'press', press: { input: ' && rm -rf /' } }), 'accept');
  },
  'out of order': (language, size) => press(tourOpened(language, size), 'right', 'open'),
  'much turned green': (language, size) => tell(runStep(tourOpened(language, size)), report(reportOf(all))),
  'all done': (language, size) => tell(runAll(tourOpened(language, size)), report(reportOf(withoutBonus))),
  'all done, not yet green': (language, size) => runAll(tourOpened(language, size)),
  removed: (language, size) =>
    guide(press(runAll(tourOpened(language, size)), 'remove'), { kind: 'removed', things: [...things] }),
};

describe.each(languages)('in %s', language => {
  const t = tourMessages[language];
  const shown = (name: string, size: Size = { columns: 80, rows: 24 }) => {
    const scene = scenes[name];
    if (scene === undefined) throw new Error(`no scene ${name}`);
    return scene(language, size);
  };

  describe.each(sizes)('at $columns×$rows', size => {
    it.each(Object.keys(scenes))('fits the terminal, without control characters: %s', name => {
      const state = shown(name, size);
      expect(screenView(state)).toHaveLength(size.rows);
      expect(Math.max(...screenView(state).map(lineWidth))).toBeLessThanOrEqual(size.columns - 2);
      expect(rows(state).join('')).not.toContain('\u001b');
    });

    it('keeps in sight how a step ended and what can be done next, however much docker said', () => {
      expect(text(shown('failed', size))).toContain(t.exit(125));
      expect(text(shown('failed', size))).toContain('Error response');
      expect(text(shown('all done', size))).toContain(plain(t.allGreen));
      expect(text(shown('all done', size))).toContain('docker run --detach --name client');
    });
  });

  it('says what a step is for, its command, and what Enter does', () => {
    expect(text(shown('not run'))).toContain(plain(steps[0]?.what[language] ?? '').slice(0, 60));
    expect(text(shown('not run'))).toContain('$ docker network create app-net');
    expect(text(shown('not run'))).toContain(plain(t.runIt));
    expect(text(shown('not run'))).toContain(t.step(1, 5));
  });

  it('says which objectives a step has turned green, in words', () => {
    const state = shown('much turned green', { columns: 140, rows: 40 });
    expect(text(state)).toContain(t.turned(objectives[0]?.title[language] ?? '', '(4)'));
    expect(text(state)).toContain('← 1');
    expect(text(shown('much turned green', { columns: 60, rows: 18 }))).toContain(t.turnedMany(7));
  });

  it('names what is in the way, and the command that removes it', () => {
    expect(text(shown('taken'))).toContain(plain(t.taken).slice(0, 60));
    expect(text(shown('taken'))).toContain('$ docker rm app-net');
    expect(text(shown('taken'))).not.toContain('$ docker network create');
  });

  it('says that an earlier run is there, and offers both', () => {
    expect(text(shown('earlier'))).toContain('app-net');
    expect(text(shown('earlier'))).toContain(plain(t.earlierNext));
  });

  it('says why an edited command cannot be run', () => {
    expect(text(shown('editing in vain'))).toContain(plain(t.fault.needsShell('&')).slice(0, 50));
  });

  it('says at the end that all is green, which bonus is left and how to try it, and how to remove all', () => {
    const done = text(shown('all done'));
    expect(done).toContain(plain(t.bonusLeft(objectives.at(-1)?.title[language] ?? '', true)));
    expect(done).toContain(plain(t.finishedNext));
  });

  it('names what it has removed', () => {
    expect(text(shown('removed'))).toContain(t.removed);
    expect(text(shown('removed'))).toContain('app-net');
  });

  it('scrolls what docker said', () => {
    const end = text(shown('running'));
    const up = text(press(shown('running'), 'page-up', 'page-up'));
    expect(end).toContain('line 599');
    expect(up).not.toContain('line 599');
    expect(text(press(press(shown('running'), 'first'), 'last'))).toBe(end);
  });
});
