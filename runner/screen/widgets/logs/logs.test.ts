import { describe, expect, it } from 'vitest';
import { languages } from '../../../base/language.ts';
import { lineWidth } from '../../../base/text/line.ts';
import { textWidth } from '../../../base/text/width.ts';
import type { LogLine } from '../../../engine/facts.ts';
import { fakeContainer, fakeFacts } from '../../../test/fakes/facts.ts';
import type { Press } from '../../intent.ts';
import type { State } from '../../state.ts';
import { happen, learnersBindings, opened, press, report, reportOf, tell } from '../../test/scene.ts';
import { pageView } from '../../views/page.ts';
import { sceneFor } from '../map/drawing.ts';
import { type Thing, thingsOf } from '../map/scene.ts';
import { kept } from './lines.ts';
import { pieces } from './rows.ts';
import type { LogNews } from './state.ts';
import { logsMessages } from './texts.ts';
import { logsLines } from './view.ts';

const size = { columns: 80, rows: 24 };
const width = 78;
const height = 20;
const inBody = height - 3;

function page(language: 'en' | 'pt-BR' = 'en'): State {
  return press(tell(opened(language, size), report(reportOf({}, learnersBindings))), 'logs');
}

function hear(state: State, ...news: LogNews[]): State {
  return news.reduce(
    (now, one) => happen(now, { kind: 'logs', event: { session: now.logs.session, news: one } }),
    state,
  );
}

function lines(...texts: string[]): LogNews {
  const told = texts.map((text, index): LogLine => ({ at: at(index), stream: 'stdout', text }));
  return { kind: 'lines', lines: told, leftOut: 0 };
}

const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 12, 0, second)).toISOString();
const numbered = (count: number) => lines(...Array.from({ length: count }, (_, index) => `line ${index + 1}.`));

function type(state: State, ...presses: (string | Press)[]): State {
  return presses
    .flatMap(one => (typeof one === 'string' ? [...one].map((input): Press => ({ input })) : [one]))
    .reduce((now, one) => happen(now, { kind: 'press', press: one }), state);
}

const enter: Press = { input: '', return: true };
const esc: Press = { input: '', escape: true };

function shown(state: State): string[] {
  return logsLines(state, width, height).map(line =>
    line
      .map(part => part.text)
      .join('')
      .trimEnd(),
  );
}
const body = (state: State) => shown(state).slice(3);

describe('following', () => {
  it('opens the log of who plays the first role of the objective in focus', () => {
    expect(page().logs.target?.name).toBe('servidor');
    expect(shown(page())[0]).toMatch(/^servidor · the server · container 1 of 2 +… opening/);
  });

  it('shows the end while it follows, and stays where it is once the learner scrolls up', () => {
    const state = hear(page(), numbered(100));
    expect(body(state).at(-1)).toBe('   line 100.');
    expect(body(hear(state, lines('new'))).at(-1)).toBe('   new');
    expect(shown(state)[1]).toContain(logsMessages.en.following);
    const up = press(state, 'up', 'up');
    expect(body(up).at(-1)).toBe('   line 98.');
    expect(shown(up)[1]).toContain(logsMessages.en.paused);
    expect(body(hear(up, lines('new'))).at(-1)).toBe('   line 98.');
    expect(body(press(hear(up, lines('new')), 'last')).at(-1)).toBe('   new');
  });

  it('scrolls by pages between the first line and the last', () => {
    const state = hear(page(), numbered(40));
    expect(body(press(state, 'page-up', 'page-up', 'page-up', 'up'))[0]).toBe('   line 1.');
    const down = press(state, 'first', 'page-down', 'page-down', 'page-down', 'down');
    expect(body(down).at(-1)).toBe('   line 40.');
    expect(body(press(state, 'first', 'down'))[0]).toBe('   line 2.');
  });

  it('goes from container to container, and does not listen to what the one before still says', () => {
    const first = hear(page(), lines('of the server'));
    const second = press(first, 'panel-next');
    expect(second.logs.target?.name).toBe('cliente');
    const late = happen(second, { kind: 'logs', event: { session: first.logs.session, news: lines('late') } });
    expect(body(late).join('')).not.toContain('late');
    expect(press(second, 'right').logs.target?.name).toBe('servidor');
  });

  it('says what becomes of the container, between its lines', () => {
    const state = hear(
      page(),
      lines('one'),
      { kind: 'ended', exitCode: 137 },
      { kind: 'running', how: 'restarted' },
      lines('two'),
      { kind: 'engine-lost' },
    );
    const text = body(state).join('\n');
    expect(text).toMatch(/one\n.*exit code 137.*\n.*started again.*\n +two\n.*the engine does not answer/);
    expect(shown(state)[0]).toContain('the engine does not answer');
    expect(shown(hear(page('pt-BR'), { kind: 'unreadable' })).join(' ')).toContain('driver de log');
  });

  it('keeps the last lines only', () => {
    const later = hear(page(), numbered(kept), lines('new'));
    expect(later.logs.lines).toHaveLength(kept);
    expect(body(press(later, 'first'))[0]).toBe('   line 2.');
    const told = numbered(kept);
    const flood = hear(later, { kind: 'lines', lines: told.kind === 'lines' ? told.lines : [], leftOut: 70_000 });
    expect(flood.logs.lines).toHaveLength(kept);
    expect(flood.logs.forgotten).toBe(kept + 1 + 70_000);
  });

  it('leaves what is looked at where it is however much comes, and reads anew when the end is followed again', () => {
    const middle = press(hear(page(), numbered(kept)), 'page-up', 'page-up');
    const busy = hear(middle, numbered(100), numbered(kept), numbered(7));
    expect(body(busy)).toEqual(body(middle));
    expect(shown(busy)[1]).toContain(logsMessages.en.held(kept + 7));
    const again = press(busy, 'last');
    expect(again.logs.session).toBe(busy.logs.session + 1);
    expect(body(hear(again, lines('the end'))).at(-1)).toBe('');
    expect(body(hear(again, lines('the end')))[0]).toBe('   the end');
    expect(press(hear(middle, lines('new')), 'last').logs.session).toBe(middle.logs.session);
  });
});

describe('what is written', () => {
  it('cannot paint, ring, or move the cursor', () => {
    const state = hear(page(), lines('\u001b[31mred\u001b[0m\u0007\u001b[2J', '10%\r50%\r100%\r', 'a\tb'));
    expect(body(state).filter(Boolean)).toEqual(['   red', '   100%', '   a  b']);
  });

  it('tells the streams apart by a sign, and shows times when asked', () => {
    const errors: LogNews = { kind: 'lines', lines: [{ at: at(1), stream: 'stderr', text: 'oops' }], leftOut: 0 };
    expect(body(hear(page(), errors))[0]).toBe(' ! oops');
    expect(body(press(hear(page(), errors), 'times'))[0]).toMatch(/^ ! \d\d:\d\d:01 {2}oops$/);
  });

  it('wraps long lines by columns and keeps the spaces', () => {
    expect(pieces('a  b  c', 3)).toEqual(['a  ', 'b  ', 'c']);
    const state = hear(page(), lines('x'.repeat(100_000), '容器'.repeat(300), 'end'));
    expect(logsLines(state, width, height).every(line => lineWidth(line) <= width)).toBe(true);
    expect(body(state).at(-1)).toBe('   end');
    expect(textWidth(body(press(state, 'up'))[5] ?? '')).toBeGreaterThan(70);
    expect(body(press(state, 'first'))).toHaveLength(inBody);
  });

  it('scrolls row by row within a long line', () => {
    const state = press(hear(page(), lines('y'.repeat(75 * 30), 'end')), 'first', 'down', 'down');
    expect(state.logs.top).toEqual({ line: 0, row: 2 });
    expect(press(state, 'last', 'up').logs.top?.line).toBe(0);
  });
});

describe('searching', () => {
  const state = hear(
    page(),
    lines(...Array.from({ length: 60 }, (_, index) => (index % 20 === 5 ? `an Error ${index}` : 'fine'))),
  );

  it('finds while it is typed, whatever the case, and counts', () => {
    const typing = type(press(state, 'search'), 'error');
    expect(shown(typing)[1]).toMatch(/^\/ error█ {2}3 of 3/);
    expect(body(typing).join('\n')).toContain('❯  an Error 45');
    expect(shown(typing)[1]).toContain(logsMessages.en.paused);
    const accepted = type(typing, enter);
    expect(body(type(accepted, 'n')).join('\n')).toContain('❯  an Error 5');
    expect(body(type(accepted, 'N')).join('\n')).toContain('❯  an Error 25');
    expect(shown(type(accepted, 'nn'))[1]).toContain('2 of 3');
  });

  it('minds capitals where there are some, and takes signs as they are', () => {
    expect(shown(type(press(state, 'search'), 'ERROR'))[1]).toContain('not found');
    expect(shown(type(press(hear(page(), lines('a.c', 'abc', '[x')), 'search'), 'a.c'))[1]).toContain('1 of 1');
    expect(shown(type(press(hear(page(), lines('[x')), 'search'), '[x'))[1]).toContain('1 of 1');
  });

  it('makes what matches strong', () => {
    const line = logsLines(type(press(state, 'search'), 'error'), width, height).find(one => one[0]?.text === '❯');
    expect(line?.filter(part => part.strong && part.text.trim() !== '').map(part => part.text)).toEqual(['❯', 'Error']);
  });

  it('goes back to where it was when the search is given up', () => {
    expect(type(press(state, 'search'), 'error', esc).logs).toEqual(state.logs);
    const looking = press(state, 'up');
    expect(type(press(looking, 'search'), 'error', esc).logs.top).toEqual(looking.logs.top);
  });
});

describe('which container', () => {
  const containers = ['servidor', 'cliente', 'outro'].map((name, index) =>
    fakeContainer(name, { createdAt: `2026-11-21T00:00:0${index}.000Z` }),
  );
  const known = tell(page(), { kind: 'facts', facts: fakeFacts({ containers }) });

  it('goes through those that play a role first, then the others', () => {
    const again = press(known, 'back', 'logs');
    expect(shown(again)[0]).toContain('container 1 of 3');
    const names = [again, press(again, 'right'), press(again, 'right', 'right'), press(again, 'left')];
    expect(names.map(({ logs }) => logs.target?.name)).toEqual(['servidor', 'cliente', 'outro', 'outro']);
  });

  it('opens the log of the container that is selected on the map', () => {
    const onMap = press(known, 'back', 'map');
    const scene = onMap.attempt === undefined ? undefined : sceneFor(onMap, onMap.attempt);
    const isClient = (thing: Thing) => thing.kind === 'card' && thing.card.name === 'cliente';
    const selected = scene === undefined ? undefined : thingsOf(scene).find(isClient)?.id;
    expect(selected).toBeDefined();
    expect(press({ ...onMap, map: { ...onMap.map, selected } }, 'logs').logs.target?.name).toBe('cliente');
  });

  it('says where there is none, and shows the first that comes', () => {
    const empty = press(opened('en', size), 'logs');
    expect(shown(empty).join('\n')).toContain(logsMessages.en.noContainer);
    const later = tell(empty, { kind: 'facts', facts: fakeFacts({ containers: containers.slice(2) }) });
    expect(later.logs.target?.name).toBe('outro');
    expect(tell(later, { kind: 'facts', facts: fakeFacts({ containers }) }).logs.target?.name).toBe('outro');
    expect(tell(press(empty, 'back'), { kind: 'facts', facts: fakeFacts({ containers }) }).logs).toEqual(empty.logs);
  });
});

describe.each(languages)('in %s', language => {
  it.each([
    [60, 18],
    [80, 24],
    [200, 60],
  ])('fits %i×%i', (columns, rows) => {
    const error: LogNews = {
      kind: 'lines',
      lines: [{ at: at(1), stream: 'stderr', text: 'oops '.repeat(99) }],
      leftOut: 0,
    };
    const start = press(tell(opened(language, { columns, rows }), report(reportOf({}, learnersBindings))), 'logs');
    const busy = hear(start, numbered(200), error, { kind: 'ended', exitCode: 1 });
    const searching = type(press(busy, 'search'), 'oops and then a text that is much too long for its field');
    for (const state of [start, busy, press(busy, 'up', 'times'), searching, hear(start, { kind: 'unreadable' })]) {
      const page = pageView(state);
      expect(page).toHaveLength(rows);
      for (const line of page) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
    }
  });
});
