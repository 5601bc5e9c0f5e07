import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../../../challenges/01-networked-containers/challenge.ts';
import { withMore } from '../../../base/message.ts';
import { lineWidth } from '../../../base/text/line.ts';
import type { State } from '../../state.ts';
import { allIds, happen, home, learnersBindings, opened, press, report, reportOf, tell } from '../../test/scene.ts';
import { walkthroughMessages } from '../../texts/screen.ts';
import { pageView } from '../../views/page.ts';
import { shownReport } from './place.ts';
import { reportPageMessages } from './texts.ts';

const size = { columns: 80, rows: 24 };
const blocked = { 'custom-network': 'fail', 'by-name': 'blocked' } as const;

function shown(state: State): string[] {
  return pageView(state).map(line =>
    line
      .map(part => part.text)
      .join('')
      .trimEnd(),
  );
}
const all = (state: State) => shownReport(state).lines.map(line => line.map(part => part.text).join(''));
const page = (language: 'en' | 'pt-BR' = 'en') =>
  press(tell(opened(language, size), report(reportOf(blocked, learnersBindings))), 'report');

describe('the report', () => {
  it('tells score, time, and of every objective what was observed and what comes next', () => {
    const text = all(page()).join('\n');
    expect(text).toMatch(
      /^1 · Networked containers\n0 of 20 points · 0 of \d objectives met\nchecked at \d\d:\d\d:\d\d on 2026-11-20/,
    );
    expect(text).toContain('the server: servidor');
    for (const { title } of networkedContainers.objectives) expect(text).toContain(title.en);
    const labels = [walkthroughMessages.en.observed, walkthroughMessages.en.expected, walkthroughMessages.en.why];
    for (const label of labels) expect(text.split(label)).toHaveLength(networkedContainers.objectives.length + 1);
    expect(text).toContain('$ docker run --detach --name client');
  });

  it('says what a blocked objective waits for', () => {
    const needs = networkedContainers.objectives.find(({ id }) => id === 'by-name')?.needs ?? [];
    const first = networkedContainers.objectives.find(({ id }) => needs.includes(id));
    expect(all(page('pt-BR')).join('\n')).toContain(reportPageMessages['pt-BR'].waitsFor);
    expect(all(page()).join('\n')).toContain(`Waits for  ${first?.title.en}`);
  });

  it('goes from objective to objective', () => {
    const starts = shownReport(page()).starts;
    expect(press(page(), 'right').scroll).toBe(starts[0]);
    expect(press(page(), 'right', 'right', 'down').scroll).toBe((starts[1] ?? 0) + 1);
    expect(press(page(), 'right', 'right', 'down', 'left').scroll).toBe(starts[1]);
    expect(press(page(), 'right', 'left').scroll).toBe(0);
  });

  it('stays where it is read while new verdicts come in', () => {
    const reading = press(page(), 'right', 'right', 'right', 'down');
    const line = shown(reading)[2];
    const news = reportOf({ 'custom-network': 'pass' }, learnersBindings);
    const objectives = news.objectives.map((one, index) =>
      index === 0 ? { ...one, finding: withMore(one.finding, ...Array(7).fill(one.finding)) } : one,
    );
    const later = tell(reading, report({ ...news, objectives }));
    expect(shown(later)[2]).toBe(line);
    expect(later.scroll).not.toBe(reading.scroll);
    const wider = happen(reading, { kind: 'resize', size: { columns: 120, rows: 24 } });
    const starts = shownReport(wider).starts;
    expect(wider.scroll).toBe((starts[2] ?? 0) + 1);
  });

  it('is there on the list, for the challenge under the cursor, and says where there is none', () => {
    const back = press(page(), 'report', 'back');
    expect(shown(press(back, 'report')).join('\n')).toContain('0 of 20 points');
    expect(shown(press(home('en', size), 'report')).join('\n')).toContain(reportPageMessages.en.none);
  });

  it.each([60, 80, 200])('fits %i columns', columns => {
    const passing = Object.fromEntries(allIds.map(id => [id, 'pass' as const]));
    for (const verdicts of [blocked, passing]) {
      const state = press(tell(opened('pt-BR', { columns, rows: 18 }), report(reportOf(verdicts))), 'report');
      expect(shownReport(state).lines.every(line => lineWidth(line) <= Math.min(96, columns - 6))).toBe(true);
    }
  });
});
