import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Verdict } from '../../checks/verdict.ts';
import type { PartResult } from '../../gradebook/result.ts';
import { challengeNumber, fakeResult } from '../../test/fakes/class.ts';
import { fiveChallenges } from '../../test/fakes/five-challenges.ts';
import { changeLines } from './change-lines.ts';
import { mergeRuns } from './merge-runs.ts';
import type { Run } from './run.ts';
import { runChanges } from './run-changes.ts';
import { keepRun, lastRun, maxRuns } from './run-store.ts';

const [one, two] = [challengeNumber(1), challengeNumber(2)];

interface Said {
  readonly verdict?: Verdict;
  readonly handedIn?: string;
  readonly grader?: string;
  readonly attempts?: number;
}

/** A run over one challenge: submission's id → what was said of it. */
function runOf(
  said: Readonly<Record<string, Said>>,
  { final = 20, challenge = one, at = '2026-11-21T09:00:00.000Z' } = {},
): Run {
  const parts = Object.entries(said).map(([id, { verdict = 'pass', handedIn = 'x', grader = 'g', attempts = 1 }]) => {
    const outcome = verdict === 'unknown' ? 'unknown' : 'graded';
    const part: PartResult = {
      ...fakeResult({ challenge, digest: `${handedIn}${grader}` }, { verdict, outcome }),
      attempts,
    };
    return { id, part, handedIn };
  });
  return {
    ...{ schema: 'lab.run/1', at, grader: 'g', challenges: [challenge.id] },
    results: parts.map(({ id, part }) => ({ schema: 'lab.submission/2', id, source: id, works: [part], remarks: [] })),
    handedIn: Object.fromEntries(parts.map(({ id, handedIn }) => [id, { [challenge.id]: handedIn }])),
    finals: Object.fromEntries(parts.map(({ id, part }) => [id, part.objectives[0]?.verdict === 'pass' ? final : 0])),
  };
}

describe('what changed', () => {
  test.each<[Said, Said, string]>([
    [{ verdict: 'fail' }, { handedIn: 'y' }, 'submission'],
    [{ verdict: 'fail' }, { grader: 'newer' }, 'grader'],
    [{ verdict: 'unknown' }, {}, 'machine'],
    [{}, { verdict: 'fail' }, 'machine'],
    [{ verdict: 'unknown', attempts: 0 }, {}, 'first'],
  ])('%j → %j is for the reason of the %s', (from, to, why) => {
    const changes = runChanges(runOf({ bia: from, caio: {} }), runOf({ bia: to, caio: {} }));
    expect(new Set(changes.map(change => change.id))).toEqual(new Set(['bia']));
    expect(new Set(changes.map(change => change.why))).toEqual(new Set([why]));
    expect(changes.filter(change => change.objective !== undefined)).toHaveLength(one.objectives.length);
    expect(changes[0]).toMatchObject({ id: 'bia', to: to.verdict === 'fail' ? 0 : 20 });
  });

  test('a grade alone is the book’s doing, and a challenge of one run only is no change', () => {
    expect(runChanges(runOf({ ana: {} }), runOf({ ana: {} }, { final: 30 }))).toEqual([
      { id: 'ana', from: 20, to: 30, why: 'book' },
    ]);
    expect(runChanges(runOf({ ana: {} }), runOf({ ana: {} }, { challenge: two }))).toEqual([]);
  });

  test('is told student by student and objective by objective, in both languages', () => {
    const [before, after] = [runOf({ ana: { verdict: 'fail' }, bia: {} }), runOf({ ana: { handedIn: 'y' }, bia: {} })];
    const lines = (language: 'en' | 'pt-BR') => changeLines(before, after, { challenges: fiveChallenges, language });
    expect(lines('en').slice(0, 3)).toEqual([
      'Changed since the run of 2026-11-21 09:00 UTC, for one student:',
      '  ana: 0 → 20 points (the submission has changed)',
      `    1 ${one.objectives[0]?.title.en}: not met → met (the submission has changed)`,
    ]);
    expect(lines('pt-BR')[2]).toContain('ainda não → cumprido (a entrega mudou)');
    expect(changeLines(undefined, after, { challenges: fiveChallenges, language: 'en' })[0]).toContain(
      'no earlier run',
    );
    expect(changeLines(after, after, { challenges: fiveChallenges, language: 'en' })).toHaveLength(1);
  });
});

describe('runs are kept', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'estaleiro-runs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const state = () => join(folder, '.lab');

  test('the last ten that came to something else; the one before is told', async () => {
    for (let final = 1; final <= maxRuns + 3; final += 1) {
      const before = await keepRun(state(), runOf({ ana: {} }, { final }));
      expect(before?.finals.ana).toBe(final === 1 ? undefined : final - 1);
    }
    expect(readdirSync(join(state(), 'runs'))).toHaveLength(maxRuns);
    // The same again is no other run: what it is compared with stays.
    const same = await keepRun(state(), runOf({ ana: {} }, { final: maxRuns + 3, at: '2026-12-24T09:00:00.000Z' }));
    expect(same?.finals.ana).toBe(maxRuns + 2);
    expect((await lastRun(folder))?.finals.ana).toBe(maxRuns + 3);
  });

  test('one that cannot be read is none', async () => {
    expect(await lastRun(folder)).toBeUndefined();
    await keepRun(state(), runOf({ ana: {} }));
    const [name = ''] = readdirSync(join(state(), 'runs'));
    writeFileSync(join(state(), 'runs', name), '{');
    expect(await lastRun(folder)).toBeUndefined();
    expect(await keepRun(state(), runOf({ bia: {} }))).toBeUndefined();
  });
});

describe('merging', () => {
  const merge = (...runs: Run[]) =>
    mergeRuns(
      runs.map((run, at) => ({ name: `out${at + 1}`, run })),
      fiveChallenges,
    );
  const verdicts = ({ results }: ReturnType<typeof merge>) =>
    Object.fromEntries(results.map(({ id, works }) => [id, works.map(part => part.objectives[0]?.verdict)]));

  test('two halves, each graded with --only, are one class', () => {
    const untried: Said = { verdict: 'unknown', attempts: 0 };
    const merged = merge(
      runOf({ ana: {}, bia: untried }),
      runOf({ ana: untried, bia: { verdict: 'fail' }, caio: untried }),
    );
    expect(verdicts(merged)).toEqual({ ana: ['pass'], bia: ['fail'], caio: ['unknown'] });
    expect(merged.conflicts).toEqual([]);
    expect(merged.results[2]?.works[0]?.attempts).toBe(0);
  });

  test('what one could not tell is as the other says', () => {
    const [unsure, sure] = [runOf({ ana: { verdict: 'unknown' } }), runOf({ ana: {} })];
    for (const merged of [merge(unsure, sure), merge(sure, unsure)]) {
      expect(verdicts(merged)).toEqual({ ana: ['pass'] });
      expect(merged.conflicts).toEqual([]);
    }
  });

  test.each<[Said, Said, string]>([
    [{}, { verdict: 'fail' }, 'machine'],
    [{ verdict: 'fail' }, { grader: 'newer' }, 'grader'],
    [{}, { handedIn: 'y' }, 'submission'],
    [{ verdict: 'unknown', handedIn: 'y' }, {}, 'submission'],
  ])('%j and %j are a conflict, and no pass: %s', (first, second, why) => {
    const merged = merge(runOf({ ana: first }), runOf({ bia: {}, ana: second }));
    expect(verdicts(merged)).toMatchObject({ ana: ['unknown'], bia: ['pass'] });
    expect(merged.results.find(({ id }) => id === 'ana')?.works[0]?.outcome).toBe('unknown');
    expect(merged.conflicts).toEqual([{ submission: 'ana', challenge: one.id, folders: ['out1', 'out2'], why }]);
  });

  test('different challenges are graded by each: all are in it', () => {
    const merged = merge(runOf({ ana: {} }, { challenge: two }), runOf({ ana: {} }));
    expect(merged.challenges.map(({ number }) => number)).toEqual([1, 2]);
    expect(verdicts(merged)).toEqual({ ana: ['pass', 'pass'] });
    expect(merged.handedIn.ana).toEqual({ [one.id]: 'x', [two.id]: 'x' });
  });
});
