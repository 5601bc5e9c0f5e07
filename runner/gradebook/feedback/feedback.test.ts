import { describe, expect, test } from 'vitest';
import { languages } from '../../base/language.ts';
import { classBook } from '../../test/fakes/class-book.ts';
import { hostileNames } from '../../test/fakes/hostile-names.ts';
import { classHtml } from '../html/class-html.ts';
import { feedbackHtml } from '../html/feedback-html.ts';
import type { Outcome } from '../result.ts';
import { gradeFeedbackMessages } from '../texts/feedback.ts';
import { feedbackOf } from './feedback.ts';
import { feedbackMarkdown } from './feedback-markdown.ts';

/** What a value turns into that nobody has thought of; not where it stands by chance in a digest of the page's policy. */
const unsaid = /(?<![\w+/])(undefined|NaN)(?![\w+/=])|\[object/;

const outcomes: readonly Outcome[] = [
  'graded',
  'script-failed',
  'timed-out',
  'refused',
  'compose-only',
  'no-instructions',
  'not-submitted',
  'unknown',
];

describe.each(languages)('in %s', language => {
  const book = classBook(24, language);
  const t = gradeFeedbackMessages[language];
  const with_ = (outcome: Outcome) =>
    book.students.find(({ result }) => result.works.some(one => one.outcome === outcome));

  test.each(outcomes)('a work that was %s is told in words, in both forms', outcome => {
    const student = with_(outcome);
    if (student === undefined) throw new Error(`Nobody in the class has a work that was ${outcome}.`);
    const part = student.result.works.find(one => one.outcome === outcome);
    const told = feedbackOf(student, book).challenges.find(({ id }) => id === part?.challenge);
    if (outcome !== 'graded') expect(told?.result).toBe(t.outcome[outcome]);
    expect(told?.said.join(' ')).toContain(t.advice[outcome]);
    for (const text of [feedbackMarkdown(student, book), feedbackHtml(student, book)]) {
      expect(text).toContain(told?.result);
      expect(text).not.toMatch(unsaid);
    }
  });

  test('what could not be told is no zero: neither points nor a missed objective are named', () => {
    const student = with_('unknown');
    if (student === undefined) throw new Error('Nobody waits.');
    const feedback = feedbackOf(student, book);
    const told = feedback.challenges.find(({ outcome }) => outcome === 'unknown');
    expect(feedback.remarks).toEqual([t.restMet, t.provisional]);
    expect(told).toMatchObject({ points: t.open, verdict: 'unknown', onlyAsks: true });
    expect(told?.objectives.map(({ worth }) => worth).join()).not.toContain(t.worth('0', '4'));
  });

  test('a command that failed, its exit code and its last lines are there', () => {
    const student = with_('script-failed');
    if (student === undefined) throw new Error('Nobody failed.');
    const text = feedbackMarkdown(student, book);
    expect(text).toContain(`**${t.failingCommand(125)}:**\n\n\`\`\`sh\ndocker run --detach`);
    expect(text).toContain('network app-net not found');
  });

  test('comment, grade set by hand and penalty are told', () => {
    const [, , , byHand, , late] = book.students;
    if (byHand === undefined || late === undefined) throw new Error('The class is too small.');
    expect(feedbackMarkdown(byHand, book)).toContain(`> ${byHand.comment.split('\n')[0]}`);
    expect(feedbackOf(byHand, book).remarks).toContain(t.override('110'));
    expect(feedbackOf(late, book).remarks.join()).toContain(late.penalty.reason);
  });
});

test('only Compose: its own objective is explained, the others are only named', () => {
  const book = classBook(24);
  const part = book.students
    .map(one => feedbackOf(one, book).challenges.find(it => it.outcome === 'compose-only'))
    .find(Boolean);
  expect(part?.objectives.filter(({ brief }) => !brief)).toMatchObject([{ verdict: 'fail' }]);
});

describe('what students wrote stays text', () => {
  const book = classBook(12, 'en', hostileNames);

  test.each(book.students.map((student, index) => [index, student] as const))('student %i', (_, student) => {
    const page = feedbackHtml(student, book);
    expect(page).not.toMatch(/<script|<img|<svg on|javascript:[^<]*"/i);
    expect(page).toContain("script-src 'none'");
    const text = feedbackMarkdown(student, book);
    const outside = text.replace(/^(`{3,})\w+\n[\s\S]*?\n\1$/gm, '');
    expect(outside).not.toMatch(/<\w/);
    expect(outside).not.toMatch(/(?<!\\)\[/);
    for (const form of [page, text]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      expect(form).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(form.length).toBeLessThan(200_000);
    }
  });
});

test.each([
  ['en', 'America/Sao_Paulo', 'November 21, 2026 at 5:00'],
  ['pt-BR', 'America/Sao_Paulo', '21 de novembro de 2026 às 05:00 America/Sao_Paulo'],
  ['pt-BR', 'Asia/Tokyo', '21 de novembro de 2026 às 17:00 Asia/Tokyo'],
  ['pt-BR', undefined, '21 de novembro de 2026 às 08:00 UTC'],
] as const)('times are in the class’s zone: %s, %s', (language, timezone, shown) => {
  const plain = classBook(1, language);
  const book = timezone === undefined ? plain : { ...plain, timezone };
  const [student] = book.students;
  if (student === undefined) throw new Error('nobody');
  for (const text of [feedbackHtml(student, book), feedbackMarkdown(student, book), classHtml(book)])
    expect(text.replaceAll('\\', '')).toContain(shown);
});
