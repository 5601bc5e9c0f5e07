import { describe, expect, it } from 'vitest';
import { languages } from '../../base/language.ts';
import { rule } from '../../base/text/line.ts';
import { pageLines } from '../pages/rows.ts';
import { opened, press } from '../test/scene.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { screenView } from './screen.ts';
import { leftOut } from './window.ts';

const small = { columns: 80, rows: 24 };
const text = (line: readonly { readonly text: string }[]) => line.map(span => span.text).join('');

describe.each(languages)('an open challenge on a small terminal, in %s', language => {
  const t = walkthroughMessages[language];

  it('shows the key of the brief', () => {
    expect(text(screenView(opened(language, small)).at(-1) ?? [])).toContain(`b ${t.key.brief}`);
  });

  it('says how many objectives are out of sight, where the shell takes their room', () => {
    const heading = (state: ReturnType<typeof opened>) =>
      screenView(state)
        .map(text)
        .find(line => line.includes(t.objectives)) ?? '';
    const before = opened(language, small);
    expect(heading(before)).not.toContain('↓');
    const beside = press(before, 'shell', 'leave-shell');
    expect(heading(beside)).toContain(t.more(0, 2));
    expect(heading(press(beside, 'last'))).toContain(t.more(2, 0));
  });

  it('names each key of the help once for all parts of it', () => {
    const lines = pageLines(press(opened(language, small), 'help')).map(text);
    const from = lines.findIndex(line => line.includes(t.place.panels));
    const to = lines.findIndex(line => line.includes(t.place.shell));
    const keys = lines.slice(from, to).flatMap(line => line.match(/\bPgDn\b|\bTab\b|\b[qDzcm]\b(?= {3})/g) ?? []);
    expect(from).toBeGreaterThan(0);
    expect(keys.filter(key => key === 'Tab')).toHaveLength(1);
    expect(keys.filter(key => key === 'D')).toHaveLength(1);
  });

  it('names the keys of the help in full', () => {
    const lines = pageLines(press(opened(language, small), 'help')).map(text);
    expect(lines.some(line => line.includes('Shift-PgUp'))).toBe(true);
    expect(lines.filter(line => /\S…\S/.test(line))).toEqual([]);
  });
});

describe('what is out of sight of a list', () => {
  it('is counted above and below', () => {
    expect(leftOut(7, 0, 5)).toEqual({ above: 0, below: 2 });
    expect(leftOut(7, 3, 3)).toEqual({ above: 2, below: 2 });
    expect(leftOut(7, 6, 5)).toEqual({ above: 2, below: 0 });
    expect(leftOut(3, 1, 5)).toEqual({ above: 0, below: 0 });
  });
});

describe('a heading that is too long', () => {
  it('keeps the space between its name and its line', () => {
    expect(text(rule('A name that is much too long', 24, 'end'))).toMatch(/… .*end ──$/);
    expect(text(rule('Name', 24, 'end'))).toHaveLength(24);
    expect(text(rule('A name that is much too long', 24, 'end'))).toHaveLength(24);
  });
});
