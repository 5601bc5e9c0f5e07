import { renderToString } from 'ink';
import { describe, expect, it } from 'vitest';
import { languages } from '../../base/language.ts';
import { textWidth } from '../../base/text/width.ts';
import { learnOpened, learnReport, learnTime } from '../../progress/learn.ts';
import { mergeProgress } from '../../progress/merge.ts';
import { noProgress, nothingYet, type Progress } from '../../progress/progress.ts';
import type { Trouble } from '../../progress/progress-store.ts';
import { progressMessages } from '../../progress/texts/progress.ts';
import { fiveChallenges } from '../../test/fakes/five-challenges.ts';
import { Screen } from '../components/screen.tsx';
import type { Size, State } from '../state.ts';
import { allIds, home, noon, reportOf } from '../test/scene.ts';
import { homeMessages } from '../texts/home.ts';

const complete = reportOf(Object.fromEntries(allIds.map(id => [id, 'pass' as const])));
const some = [
  learnReport(complete),
  learnTime('01-networked-containers', 95 * 60_000),
  learnOpened('02-sqlite-volume', noon),
  learnTime('02-sqlite-volume', 30_000),
].reduce((one, other) => mergeProgress(one, other));
const done = (bonus: number): Progress => ({
  ...noProgress,
  challenges: Object.fromEntries(
    fiveChallenges.map(({ id }) => [
      id,
      { ...nothingYet, completedAt: '2026-11-20T12:00:00.000Z', best: { earned: 20, bonus }, spentMs: 99 * 3_600_000 },
    ]),
  ),
});
const troubles: readonly Trouble[] = [
  { kind: 'set-aside', why: 'damaged', file: `/${'long/'.repeat(30)}progress.json.damaged-x`, problems: [] },
  { kind: 'not-saved', file: '/x', reason: { kind: 'system', message: `ENOSPC ${'x'.repeat(200)}` } },
];

const scenes: Readonly<Record<string, Progress>> = { 'nothing yet': noProgress, some, 'all done': done(1) };
const sizes: readonly Size[] = [
  { columns: 60, rows: 18 },
  { columns: 80, rows: 24 },
  { columns: 100, rows: 20 },
  { columns: 100, rows: 30 },
  { columns: 140, rows: 40 },
  { columns: 200, rows: 60 },
];

function frame(state: State): string[] {
  return renderToString(<Screen state={state} colour={false} />, { columns: state.size.columns }).split('\n');
}

describe.each(languages)('the list in %s', language => {
  const t = progressMessages[language];
  const show = (progress: Progress, size: Size = { columns: 80, rows: 24 }) =>
    frame(home(language, size, fiveChallenges, progress));

  it.each(sizes)('shows every challenge with its state, time, bar and points at $columns×$rows', size => {
    for (const progress of Object.values(scenes)) {
      const lines = show(progress, size);
      expect(lines.length).toBeLessThanOrEqual(size.rows);
      expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(size.columns);
      for (const { number, title } of fiveChallenges) {
        const row = lines.findIndex(line => line.includes(`${number}  ${title[language]}`));
        expect(lines[row]).toMatch(/[█░]{10} \d+ (of|de) 20/);
        expect(lines.slice(row, row + 2).join('\n')).toMatch(new RegExp(Object.values(t.state).join('|')));
      }
    }
    const text = show(some, size).join('\n');
    expect(text).toContain(`✔ ${t.state.done}`);
    expect(text).toContain('1 h 35 min');
    expect(text).toContain('< 1 min');
    expect(text).toContain(homeMessages[language].total(1, 5, 20, 100));
    expect(text).toMatch(/❯ 2 /);
  });

  it('congratulates once all is done, and says what bonus is left', () => {
    const text = (bonus: number) => show(done(bonus)).join(' ').replace(/\s+/g, ' ');
    const m = homeMessages[language];
    expect(text(2)).toContain(m.allDone(5, 110));
    const possible = fiveChallenges
      .flatMap(one => one.objectives)
      .reduce((sum, one) => sum + (one.bonus ? one.points : 0), 0);
    expect(text(0)).toContain(m.bonusLeft(possible));
    expect(text(99)).toContain(m.noBonusLeft);
  });

  it.each(sizes)('says that nothing is saved, and still shows the cursor at $columns×$rows', size => {
    const state = home(language, size, fiveChallenges, some);
    const lines = frame({ ...state, progress: { ...state.progress, troubles } });
    expect(lines.length).toBeLessThanOrEqual(size.rows);
    expect(lines.join('\n')).toContain(homeMessages[language].setAside('', 'damaged').slice(0, 30));
    expect(lines.join('\n')).toMatch(/❯ 2 /);
  });
});

it('tells the whole story without colour: no state is said by a sign alone', () => {
  const text = frame(home('en', { columns: 60, rows: 18 }, fiveChallenges, some)).join('\n');
  for (const words of ['✔ done', '▸ begun', 'not begun']) expect(text).toContain(words);
});
