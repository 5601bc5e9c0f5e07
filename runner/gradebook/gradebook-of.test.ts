import { describe, expect, test } from 'vitest';
import type { Verdict } from '../checks/verdict.ts';
import { fiveChallenges } from '../test/fakes/five-challenges.ts';
import { graded } from '../test/fakes/graded.ts';
import { parseOverrides } from './book-files/parse-overrides.ts';
import { parseRoster } from './book-files/parse-roster.ts';
import { parseRubric } from './book-files/parse-rubric.ts';
import type { Gradebook } from './gradebook.ts';
import { type BookOptions, gradebookOf } from './gradebook-of.ts';
import { notSubmitted } from './not-submitted.ts';
import type { SubmissionResult } from './result.ts';

const language = 'en';
const base: BookOptions = { challenges: fiveChallenges, language, grader: '0.1.0', at: '2026-11-21T09:00:00.000Z' };
const one = '01-networked-containers';
const two = '02-sqlite-volume';

const rubric = (fields: object) =>
  parseRubric(JSON.stringify({ schema: 'lab.rubric/1', ...fields }), fiveChallenges, { file: 'rubric.json', language });
const overrides = (students: object) =>
  parseOverrides(JSON.stringify({ schema: 'lab.overrides/1', students }), fiveChallenges, { file: 'o.json', language });
const roster = (text: string) => parseRoster(text, { file: 'roster.csv', language });

function only(book: Gradebook, id = 'ana') {
  const student = book.students.find(each => each.id === id);
  if (student === undefined) throw new Error(`no ${id}`);
  return student;
}

describe('without a rubric', () => {
  test('a full mark is what the challenges say, and the bonus comes on top', () => {
    const ana = only(gradebookOf([graded('ana')], base));
    expect(ana).toMatchObject({ earned: ana.final, possible: 100, needsAttention: false });
    expect(ana.works.map(({ earned, possible }) => earned === possible)).toEqual(fiveChallenges.map(() => true));
    expect(ana.works.every(({ bonus }) => bonus > 0)).toBe(true);
  });

  test('an empty class has an empty book', () => {
    expect(gradebookOf([], base)).toMatchObject({ students: [], remarks: [], title: '' });
  });

  test('students are in the order of their ids, whatever order they come in', () => {
    const book = gradebookOf(
      ['b', 'Z', 'a', 'ä'].map(id => graded(id)),
      base,
    );
    expect(book.students.map(({ id }) => id)).toEqual(['a', 'ä', 'b', 'Z']);
  });

  test('what could not be told earns nothing, and wants to be looked at', () => {
    const book = gradebookOf([graded('ana', { [one]: { 'by-name': 'unknown' } }), graded('bia')], base);
    expect(only(book).needsAttention).toBe(true);
    expect(only(book).works[0]).toMatchObject({ earned: 16 });
    expect(only(book, 'bia').needsAttention).toBe(false);
    expect(book.remarks.join()).toContain('ana');
  });

  test('a challenge that was not judged is no zero either', () => {
    const result = graded('ana');
    const book = gradebookOf([{ ...result, works: result.works.slice(1) }], base);
    expect(only(book)).toMatchObject({ needsAttention: true });
  });

  test('a fault of the machine wants to be looked at, even with verdicts', () => {
    expect(only(gradebookOf([graded('ana', {}, { outcome: 'unknown' })], base)).needsAttention).toBe(true);
  });
});

describe('the rubric', () => {
  test('scales points exactly, and equal objectives stay equal', () => {
    const book = gradebookOf([graded('ana', { [one]: { 'own-image': 'fail' } })], {
      ...base,
      rubric: rubric({ challenges: { 1: { points: 33.33 } } }),
    });
    // 17 of 20 of 33.33 is 28.3305.
    expect(only(book).works[0]).toMatchObject({ earned: 28.33, possible: 33.33 });
    expect(book.challenges[0]).toMatchObject({ possible: 33.33, bonusCap: 3.33 });
  });

  test('points of objectives are the challenge’s where it has none of its own', () => {
    const book = gradebookOf([graded('ana')], {
      ...base,
      rubric: rubric({ challenges: { 1: { objectives: { 'no-compose': 5 } } } }),
    });
    expect(book.challenges[0]?.possible).toBe(24);
  });

  test('the bonus ends at its cap, and a cap of 0 is none', () => {
    const capped = (bonusCap: number) =>
      only(gradebookOf([graded('ana')], { ...base, rubric: rubric({ challenges: { 3: { bonusCap } } }) })).works[2]
        ?.bonus;
    expect([capped(0), capped(1.5), capped(100)]).toEqual([0, 1.5, 4]);
  });

  test('what does not count is in no sum and in no table', () => {
    const unknown = graded('ana', { [two]: { integrity: 'unknown' } });
    const book = gradebookOf([unknown], { ...base, rubric: rubric({ counts: [1, '05-api-gateway'] }) });
    expect(book.challenges.map(({ number }) => number)).toEqual([1, 5]);
    expect(only(book)).toMatchObject({ possible: 40, needsAttention: false });
  });
});

describe('handing in late', () => {
  const late = (submitted: string, fields: object = {}) =>
    only(
      gradebookOf([graded('ana', { [one]: { 'by-name': 'fail' } })], {
        ...base,
        rubric: rubric({
          counts: [1],
          challenges: { 1: { bonusCap: 0 } },
          deadline: '2026-11-20T23:59:00-03:00',
          penalties: [
            { afterHours: 0, percent: 10 },
            { afterHours: 24, percent: 25.5 },
          ],
          submitted: { ana: submitted },
          ...fields,
        }),
      }),
    );

  test.each([
    ['2026-11-20T23:59:00-03:00', 0],
    ['2026-11-21T02:59:00Z', 0],
    ['2026-11-21T02:59:00.001Z', 1.6],
    ['2026-11-21T03:58:00+01:00', 0],
    ['2026-11-21T04:00:00+01:00', 1.6],
    ['2026-11-21T23:59:00-03:00', 1.6],
    ['2026-11-21T23:59:01-03:00', 4.08],
  ])('at %s takes %f off', (submitted, points) => {
    const ana = late(submitted);
    expect(ana.penalty.points).toBe(points);
    expect(ana.penalty.reason === '').toBe(points === 0);
    expect(ana.final).toBe(Number((16 - points).toFixed(2)));
  });

  test('takes off for each begun period, and never more than the most', () => {
    const fields = { penalties: [{ everyHours: 24, percent: 20 }], mostPenalty: 50 };
    expect(late('2026-11-21T23:59:00-03:00', fields).penalty.points).toBe(3.2);
    expect(late('2026-11-21T23:59:01-03:00', fields).penalty.points).toBe(6.4);
    expect(late('2027-11-21T23:59:01-03:00', fields)).toMatchObject({ penalty: { points: 8 }, final: 8 });
  });

  test('is not known of everybody', () => {
    const book = gradebookOf([graded('ana')], { ...base, rubric: rubric({ deadline: '2026-11-20T23:59Z' }) });
    expect(book.remarks.join()).toContain('ana');
  });
});

describe('the roster', () => {
  test('says who is who, and adds who handed nothing in', () => {
    const book = gradebookOf([graded('Ana'), graded('guest')], {
      ...base,
      roster: roster('folder,name,email\nana.zip,Ana Souza,ana@school\nbruno/,Bruno,\n'),
    });
    expect(book.students.map(({ id }) => id)).toEqual(['Ana', 'bruno/', 'guest']);
    expect(only(book, 'Ana').identity).toMatchObject({ name: 'Ana Souza', email: 'ana@school' });
    const bruno = only(book, 'bruno/');
    expect(bruno).toMatchObject({ earned: 0, final: 0, needsAttention: false });
    expect(bruno.result.works.map(({ outcome }) => outcome)).toEqual(fiveChallenges.map(() => 'not-submitted'));
    expect(book.remarks.filter(remark => remark.includes('guest'))).toHaveLength(1);
    expect(book.remarks.filter(remark => remark.includes('bruno'))).toHaveLength(1);
  });

  test('lets a team share a folder: each member has its grade', () => {
    const book = gradebookOf([graded('team-7')], {
      ...base,
      roster: roster('pasta;nome;id no canvas\nteam-7;Ana;1\nteam-7;Bia;2\n'),
      overrides: overrides({ 'team-7': { comment: 'good' }, 'team-7 · Bia': { final: 50 } }),
    });
    expect(book.students.map(({ id, final, comment }) => [id, final, comment])).toEqual([
      ['team-7 · Ana', only(book, 'team-7 · Ana').earned, 'good'],
      ['team-7 · Bia', 50, ''],
    ]);
  });

  test('does not guess between two submissions that are written alike', () => {
    const book = gradebookOf([graded('Ana'), graded('ANA')], { ...base, roster: roster('folder,name\nana,Ana S.\n') });
    expect(book.students.map(({ id }) => id)).toEqual(['ana', 'Ana', 'ANA']);
  });
});

describe('the instructor’s word', () => {
  const unsure = graded('ana', { [one]: { 'by-name': 'unknown' }, [two]: { integrity: 'unknown' } });
  const withWord = (ana: object) => gradebookOf([unsure], { ...base, overrides: overrides({ ana }) });

  test('is the grade, and settles what could not be told', () => {
    expect(only(withWord({ final: 77.7, comment: 'seen' }))).toMatchObject({
      override: 77.7,
      final: 77.7,
      comment: 'seen',
      needsAttention: false,
    });
  });

  test('on one objective leaves the others open', () => {
    const partly = only(withWord({ challenges: { 1: { objectives: { 'by-name': 2.5 } } } }));
    expect(partly.needsAttention).toBe(true);
    expect(partly.works[0]?.earned).toBe(18.5);
    const wholly = withWord({ challenges: { 1: { objectives: { 'by-name': 2.5 } }, 2: { points: 21 } } });
    expect(only(wholly)).toMatchObject({ needsAttention: false });
    expect(only(wholly).works[1]).toMatchObject({ earned: 20, bonus: 1 });
  });

  test('gives no more than there is, and says so', () => {
    const book = withWord({ challenges: { 1: { points: 500 }, 2: { objectives: { integrity: 30 } } } });
    expect(only(book).works[0]).toMatchObject({ earned: 20, bonus: 2 });
    expect(only(book).works[1]?.earned).toBe(20);
    expect(book.remarks.filter(remark => remark.includes('most'))).toHaveLength(2);
  });

  test('on nobody and nothing is remarked', () => {
    const strange = {
      nobody: { final: 1 },
      ana: { challenges: { 99: { points: 1 }, 1: { objectives: { nothing: 1 } } } },
    };
    const { remarks } = gradebookOf([unsure], { ...base, overrides: overrides(strange) });
    for (const word of ['nobody', '99', 'nothing']) expect(remarks.join('\n')).toContain(word);
  });
});

test('parts add up to the whole, and no grade leaves its bounds, whatever the weights', () => {
  const random = sequence();
  const verdicts: Verdict[] = ['pass', 'pass', 'fail', 'blocked', 'unknown'];
  for (let round = 0; round < 300; round++) {
    const cents = (most: number) => Math.floor(random() * most * 100) / 100;
    const challenges = Object.fromEntries(
      fiveChallenges.map(({ id, objectives }) => [
        id,
        {
          points: cents(70),
          ...(random() < 0.5 ? { bonusCap: cents(5) } : {}),
          objectives: Object.fromEntries(objectives.map(objective => [objective.id, 0.01 + cents(9)])),
        },
      ]),
    );
    for (const { objectives } of Object.values(challenges))
      for (const id of Object.keys(objectives)) objectives[id] = Number((objectives[id] ?? 0).toFixed(2));
    const fields = {
      challenges,
      deadline: '2026-11-20T00:00Z',
      penalties: [{ everyHours: 7, percent: cents(40) }],
      submitted: { ana: '2026-11-20T20:00Z' },
    };
    const said = Object.fromEntries(
      fiveChallenges.map(({ id, objectives }) => [
        id,
        Object.fromEntries(objectives.map(objective => [objective.id, verdicts[Math.floor(random() * 5)] ?? 'pass'])),
      ]),
    );
    const book = gradebookOf([graded('ana', said)], { ...base, rubric: rubric(fields) });
    const ana = only(book);
    const hundredths = (points: number) => Math.round(points * 100);
    const total = ana.works.reduce((sum, { earned, bonus }) => sum + hundredths(earned) + hundredths(bonus), 0);
    expect(hundredths(ana.earned)).toBe(total);
    expect(hundredths(ana.final)).toBe(total - hundredths(ana.penalty.points));
    for (const points of [ana.earned, ana.final, ana.possible, ana.penalty.points])
      expect(String(points)).toMatch(/^\d+(\.\d{1,2})?$/);
    for (const [index, part] of ana.works.entries()) {
      const challenge = book.challenges[index];
      if (challenge === undefined) throw new Error('no challenge');
      expect(part.earned).toBeLessThanOrEqual(challenge.possible);
      expect(part.bonus).toBeLessThanOrEqual(challenge.bonusCap);
      const shown = part.objectives.filter((_, at) => challenge.objectives[at]?.bonus === false);
      const apart = Math.abs(shown.reduce((sum, { earned }) => sum + hundredths(earned), 0) - hundredths(part.earned));
      expect(apart).toBeLessThanOrEqual(shown.length / 2 + 0.5);
    }
    expect(ana.final).toBeGreaterThanOrEqual(0);
  }
});

/** Numbers from 0 to 1, the same each time (mulberry32). */
function sequence(): () => number {
  let state = 42;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('a challenge that nobody handed in', () => {
  const missing = (...numbers: number[]) => {
    const whole = graded('ana');
    const none = notSubmitted('ana', { challenges: fiveChallenges, at: base.at });
    return {
      ...whole,
      works: whole.works.map((part, at) => (numbers.includes(at + 1) ? (none.works[at] ?? part) : part)),
    };
  };
  test.each([
    [missing(2, 3, 4, 5), ['challenges 2, 3, 4, 5', '--challenge 1?', '"counts": [1]']],
    [missing(4), ['challenge 4,', 'it counts', '--challenge 1 --challenge 2 --challenge 3 --challenge 5?']],
  ])('is told with what was probably meant: %#', (result, words) => {
    const [remark = ''] = gradebookOf([result], base).remarks;
    for (const word of words) expect(remark).toContain(word);
    expect(gradebookOf([result], { ...base, language: 'pt-BR' }).remarks[0]).toContain('Ninguém entregou');
  });

  test('is not told where somebody did, where the rubric says what counts, where there is no other, nor where it was not graded', () => {
    const told = (results: SubmissionResult[], change: Partial<BookOptions> = {}) =>
      gradebookOf(results, { ...base, ...change }).remarks.filter(remark => remark.startsWith('Nobody'));
    expect(told([missing(2, 3), { ...missing(1), id: 'bia' }])).toEqual([]);
    expect(told([missing(2)], { rubric: rubric({ counts: [1, 2] }) })).toEqual([]);
    expect(told([missing(1, 2, 3, 4, 5)])).toEqual([]);
    expect(told([missing(2, 3, 4, 5)], { challenges: fiveChallenges.slice(0, 1) })).toEqual([]);
    expect(told([missing()])).toEqual([]);
  });
});

test('of a challenge that does not count, nothing has to be looked at', () => {
  const book = gradebookOf([graded('ana', { [two]: { integrity: 'unknown' } })], {
    ...base,
    rubric: rubric({ counts: [1] }),
  });
  expect(only(book).result.works.map(({ challenge }) => challenge)).toEqual([one]);
});
