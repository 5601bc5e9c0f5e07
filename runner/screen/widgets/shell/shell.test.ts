import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../../../challenges/01-networked-containers/challenge.ts';
import { languages } from '../../../base/language.ts';
import { type Line, lineWidth } from '../../../base/text/line.ts';
import { textWidth } from '../../../base/text/width.ts';
import type { State } from '../../state.ts';
import { effectsOf, happen, opened, press } from '../../test/scene.ts';
import { screenView } from '../../views/screen.ts';
import { withCursor } from './cursor.ts';
import type { ShellView } from './state.ts';
import { shellMessages } from './texts.ts';

const size = { columns: 80, rows: 24 };
const quit = { kind: 'key', intent: 'quit' } as const;
const texts = (lines: readonly Line[]) => lines.map(line => line.map(({ text }) => text).join(''));
const shown = (state: State) => texts(screenView(state)).join('\n');

function tell(state: State, change: Partial<ShellView>): State {
  return happen(state, { kind: 'shell', event: { challenge: networkedContainers.id, change } });
}

const rows: Line[] = [[{ text: '$ sleep 60' }], [{ text: ' ' }], [{ text: ' ' }]];
const running: Partial<ShellView> = { folder: '01-networked-containers', rows, busy: true };

describe.each(languages)('in %s', language => {
  const t = shellMessages[language];
  const start = () => tell(press(opened(language, size), 'shell'), running);

  it('says in words where the keys go, and the key that changes it', () => {
    expect(shown(start())).toContain(t.keysHere);
    expect(shown(press(start(), 'leave-shell'))).toContain(t.keysInLab);
    for (const words of [t.keysHere, t.keysInLab]) expect(words).toContain('Ctrl-T');
  });

  it('says how to get the rest back where the pane hides it', () => {
    const zoomed = press(start(), 'leave-shell', 'zoom');
    expect(shown(zoomed)).toContain(t.zoomed);
    expect(shown(press(zoomed, 'zoom'))).not.toContain(t.zoomed);
  });

  it('asks once more before it leaves where a program runs, and takes any other key for no', () => {
    const asked = press(start(), 'leave-shell', 'quit');
    expect(effectsOf(press(start(), 'leave-shell'), quit)).toEqual([]);
    expect(shown(asked)).toContain(t.leave);
    expect(textWidth(t.leave)).toBeLessThanOrEqual(57);
    expect(effectsOf(asked, quit)).toEqual([{ to: 'terminal', kind: 'leave' }]);
    expect(shown(press(asked, 'down'))).not.toContain(t.leave);
    const unknown = happen(asked, { kind: 'press', press: { input: '%' } });
    expect(effectsOf(unknown, quit)).toEqual([]);
  });

  it('leaves at once where nothing runs, or no longer', () => {
    expect(effectsOf(tell(start(), { busy: false }), quit)).toEqual([{ to: 'terminal', kind: 'leave' }]);
    const over = tell(press(start(), 'quit'), { busy: false, ended: 0 });
    expect(shown(over)).not.toContain(t.leave);
    expect(shown(over)).toContain(t.ended(0));
    expect(shown(press(over, 'leave-shell'))).toContain(t.endedInLab(0));
  });

  it.each([
    { columns: 60, rows: 18 },
    { columns: 80, rows: 24 },
    { columns: 200, rows: 60 },
  ])('fits $columns×$rows, also while the shell has not heard of its new size', now => {
    const large: Line[] = Array.from({ length: 90 }, () => [{ text: '語'.repeat(120) }]);
    const cursor = { row: 89, column: 3 };
    const state = tell(press(opened(language, now), 'shell'), { ...running, rows: large, cursor });
    const scenes = [
      state,
      press(state, 'leave-shell', 'zoom'),
      tell(state, { scrolledBack: 12 }),
      tell(state, { ended: 130 }),
      tell(state, { trouble: t.none('x'.repeat(300)) }),
      press(state, 'quit'),
    ];
    for (const lines of scenes.map(screenView)) {
      expect(lines.length).toBeLessThanOrEqual(now.rows);
      expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(now.columns - 2);
    }
  });

  it('opens no shell where nobody has gone to it, and says how', () => {
    expect(shown(press(opened(language, size), 'shell', 'leave-shell'))).toContain(t.closed);
    expect(shown(press(opened(language, size), 'shell'))).toContain(t.starting);
  });

  it('says why there is no shell, and why nothing was typed', () => {
    const none = t.none('no pty').slice(0, 40);
    expect(shown(tell(press(opened(language, size), 'shell'), { trouble: t.none('no pty') }))).toContain(none);
    expect(shown(tell(start(), { trouble: t.occupied }))).toContain(t.occupied.slice(0, 40));
  });
});

it('shows the cursor only while the keys go to the shell', () => {
  const state = tell(press(opened('en', size), 'shell'), { ...running, cursor: { row: 0, column: 3 } });
  const inverse = (of: State) => screenView(of).flatMap(line => line.filter(({ style }) => style?.inverse === true));
  expect(inverse(state)).toEqual([{ text: 'l', style: { inverse: true } }]);
  expect(inverse(press(state, 'leave-shell'))).toEqual([]);
});

it('inverts the cell under the cursor, however wide, and changes no width', () => {
  const line: Line = [
    { text: 'a語b', style: { foreground: 1 } },
    { text: 'c', style: { inverse: true } },
  ];
  for (let column = 0; column < 5; column += 1) expect(lineWidth(withCursor(line, column))).toBe(5);
  expect(withCursor(line, 2)[1]).toEqual({ text: '語', style: { foreground: 1, inverse: true } });
  expect(withCursor(line, 4).at(-1)).toEqual({ text: 'c', style: {} });
});

it('keeps each challenge’s shell while the learner is elsewhere', () => {
  const back = press(tell(press(opened('en', size), 'shell'), running), 'leave-shell', 'back', 'open');
  expect(shown(back)).toContain('$ sleep 60');
});
