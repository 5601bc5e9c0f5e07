import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { languages } from '../../base/language.ts';
import { classBook } from '../../test/fakes/class-book.ts';
import { hostileNames } from '../../test/fakes/hostile-names.ts';
import { similarPair } from '../../test/fakes/similar-pair.ts';
import { fileNameOf } from '../file-name.ts';
import { gradeReportMessages } from '../texts/report.ts';
import { classHtml } from './class-html.ts';
import { figuresOf } from './figures.ts';
import { htmlFiles } from './html-files.ts';
import { standingOf } from './standing.ts';

/** What a value turns into that nobody has thought of; not where it stands by chance in a digest of the page's policy. */
const unsaid = /(?<![\w+/])(undefined|NaN)(?![\w+/=])|\[object/;

test('two hundred students make a file that a browser opens at once', () => {
  expect(classHtml(classBook(200)).length).toBeLessThan(3_000_000);
});

test('nor is it larger where nobody met anything, and much is to be said of it', () => {
  const book = classBook(200);
  const said = { verdict: 'fail', observed: 'x'.repeat(400), next: 'y'.repeat(400) } as const;
  const students = book.students.map(student => {
    const parts = student.result.works.map(part => {
      const objectives = part.objectives.map(objective => ({ ...objective, ...said }));
      return { ...part, outcome: 'graded' as const, objectives };
    });
    return { ...student, result: { ...student.result, works: parts } };
  });
  expect(classHtml({ ...book, students }).length).toBeLessThan(3_500_000);
});

test.each(languages)('is whole in %s', language => {
  const text = classHtml(classBook(24, language), []);
  expect(text).toContain(`<html lang="${language}">`);
  expect(text).toContain(gradeReportMessages[language].similarNone);
  expect(text).not.toMatch(unsaid);
});

test('needs nothing else, and its policy lets run what is in it, and nothing more', () => {
  const text = classHtml(classBook(3));
  expect(text).not.toMatch(/https?:|\burl\(|@import|<link|\bsrc=|\bstyle="/);
  for (const name of ['style', 'script']) {
    const inside = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(text)?.[1] ?? '';
    const digest = createHash('sha256').update(inside).digest('base64');
    expect(text).toContain(`${name}-src 'sha256-${digest}'`);
  }
});

test('an empty class is a report, too', () => {
  const text = classHtml(classBook(0));
  expect(text).not.toMatch(unsaid);
  expect(figuresOf(classBook(0))).toMatchObject({ students: 0, mean: undefined, median: undefined });
});

describe('names that are more than names', () => {
  const text = classHtml(classBook(12, 'en', hostileNames), [similarPair(hostileNames[0] ?? '', 'nobody')]);

  test('stay text', () => {
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toMatch(/<img|<svg on/);
    expect(text).toContain('&lt;script&gt;window.__pwned = 1&lt;/script&gt;');
  });

  test('lead to files of the folder, whatever they are', () => {
    const links = [...text.matchAll(/href="(feedback\/[^"]*)"/g)].map(([, href]) => href);
    expect(links).toContain(`feedback/${fileNameOf(hostileNames[0] ?? '')}.html`);
    expect(links.every(href => /^feedback\/[\w.-]+\.html$/.test(href ?? ''))).toBe(true);
  });
});

test('alike code is shown to the instructor only, and only where it was looked for', () => {
  const book = classBook(4);
  const [first, second] = book.students;
  const files = htmlFiles(book, [similarPair(first?.id ?? '', second?.id ?? '')]);
  expect(files.filter(({ content }) => content.includes('app/index.ts')).map(({ path }) => path)).toEqual([
    'report.html',
  ]);
  expect(classHtml(book)).not.toContain(gradeReportMessages.en.similar);
  expect(files.map(({ path }) => path).slice(0, 3)).toEqual([
    'report.html',
    'feedback/turma-a_001.html',
    'feedback/turma-a_001.md',
  ]);
});

test('what could not be told counts neither in mean and median nor against an objective', () => {
  const book = classBook(24);
  const figures = figuresOf(book);
  const told = book.students.filter(({ needsAttention }) => !needsAttention);
  expect(figures.attention).toBe(1);
  expect(figures.bins.reduce((sum, count) => sum + count, 0)).toBe(told.length);
  expect(figures.mean).toBeCloseTo(told.reduce((sum, { final }) => sum + final / 100, 0) / told.length);
  const fifth = figures.challenges[4];
  expect(fifth?.objectives[0]?.told).toBe((fifth?.handedIn ?? 0) - 1);
});

test('a student stands where an instructor would look first', () => {
  const standings = classBook(24).students.map(student => standingOf(student, 'en'));
  expect(standings[0]).toMatchObject({ filters: ['complete'], verdict: 'pass' });
  expect(standings[7]).toMatchObject({ verdict: 'unknown', rank: 0 });
  expect(standings[8]).toMatchObject({ filters: ['missing'], word: 'nothing handed in' });
});
