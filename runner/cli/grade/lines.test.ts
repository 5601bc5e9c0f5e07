import { describe, expect, test } from 'vitest';
import { languages } from '../../base/language.ts';
import { textWidth } from '../../base/text/width.ts';
import { afterEvent, beforeRun, type QueueState } from '../../grading/queue/progress-state.ts';
import { fakeResult, fakeTask } from '../../test/fakes/class.ts';
import { verbatim } from '../../test/fakes/verbatim.ts';
import { finishedLine, progressLines } from './lines.ts';

const names = ['ana', 'x'.repeat(300), 'João 学生 👩‍👩‍👧', 'evil\u001b]0;title\u0007\u001b[2J\r\n\u202e', ''];
const tasks = [...names, ...Array.from({ length: 10 }, (_, index) => `s${index}`)].map(id => fakeTask(id));
const running = (from: readonly (typeof tasks)[number][]) =>
  from.reduce<QueueState>((state, task) => afterEvent(state, { kind: 'started', task, at: 0 }), beforeRun(tasks, 16));

test('says how far it is, who runs, and what is done for them', () => {
  const [ana] = tasks;
  if (ana === undefined) throw new Error('nobody');
  let state = running(tasks.slice(0, 1));
  state = afterEvent(state, { kind: 'phase', task: ana, phase: 'checking' });
  expect(progressLines(state, { language: 'en', columns: 80, now: 12_345 })).toEqual([
    '0 of 15 done',
    '  ana · 1 · checking · 12 s',
  ]);
  const told = { task: ana, result: fakeResult(ana, { verdict: 'fail' }) };
  state = afterEvent(state, { kind: 'finished', told, at: 40_000 });
  expect(progressLines(state, { language: 'en', columns: 80, now: 40_000 })).toEqual([
    '1 of 15 done · 1 with something missing · about 40 s left',
  ]);
  expect(progressLines(state, { language: 'pt-BR', columns: 80, now: 0 })[0]).toBe(
    '1 de 15 prontos · 1 com algo faltando · faltam uns 40 s',
  );
});

describe.each(languages)('in %s', language => {
  test.each([20, 40, 80, 200])('no line is as wide as a terminal of %i columns, nor commands it', columns => {
    const lines = progressLines(running(tasks), { language, columns, now: 3_600_000 });
    expect(lines.length).toBeLessThanOrEqual(10);
    for (const line of lines) {
      expect(textWidth(line)).toBeLessThan(columns);
      expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  });

  test('a part that is done is one line', () => {
    for (const task of tasks) {
      const result = {
        ...fakeResult(task, { outcome: 'unknown', verdict: 'unknown' }),
        reason: verbatim('a\nb\u001b[31mc'),
      };
      expect(finishedLine(beforeRun(tasks, 1), { task, result }, language)).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  });
});

test('a part that is done says its points, and what became of it', () => {
  const [task] = tasks;
  if (task === undefined) throw new Error('nobody');
  const state = { ...beforeRun(tasks, 1), done: 3 };
  const line = (how: Parameters<typeof fakeResult>[1]) =>
    finishedLine(state, { task, result: fakeResult(task, how) }, 'en');
  expect(line({})).toBe('[3/15] ana · 1 · 22 of 20 points · 0 s');
  expect(line({ outcome: 'timed-out', verdict: 'fail' })).toBe('[3/15] ana · 1 · 0 of 20 points · timed out · 0 s');
  expect(line({ outcome: 'unknown', verdict: 'unknown' })).toBe('[3/15] ana · 1 · unknown: it was unknown · 0 s');
});
