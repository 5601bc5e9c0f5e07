import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readFormat } from '../../format/read-format.ts';
import { classBook } from '../../test/fakes/class-book.ts';
import { fiveChallenges } from '../../test/fakes/five-challenges.ts';
import { graded } from '../../test/fakes/graded.ts';
import { hostileNames } from '../../test/fakes/hostile-names.ts';
import { schemaProblems } from '../../test/fakes/schema-problems.ts';
import { parseOverrides } from '../book-files/parse-overrides.ts';
import { parseRoster } from '../book-files/parse-roster.ts';
import type { Gradebook } from '../gradebook.ts';
import { type BookOptions, gradebookOf } from '../gradebook-of.ts';
import { gradebookSchema } from '../gradebook-schema.ts';
import { textCell } from './csv-text.ts';
import { gradeFiles } from './grade-files.ts';

const base: BookOptions = {
  challenges: fiveChallenges,
  language: 'en',
  grader: '0.1.0',
  at: '2026-11-21T09:00:00.000Z',
};
const hostile = [
  ...hostileNames,
  '-rf',
  '+1',
  '@here',
  '\t=1',
  'a\nb',
  '＝1',
  '\u200b=1',
  '\ud800',
  ']]>',
  '🦆',
  'a,b;"c"',
];
const nasty = () => classBook(hostile.length + 3, 'en', hostile);

/** One of each: full, failed, unknown, unknown and set by hand, nothing handed in. */
const small = gradebookOf(
  [
    graded('ana'),
    graded('bia', { '01-networked-containers': { 'by-name': 'fail', 'periodic-requests': 'blocked' } }),
    graded('caio', { '02-sqlite-volume': { integrity: 'unknown' } }),
    graded('duda', { '02-sqlite-volume': { integrity: 'unknown' } }),
  ],
  {
    ...base,
    roster: parseRoster(
      'folder,name,email,canvas id,moodle\nana,Ana,a@x,11,101\nbia,Bia,b@x,12,102\ncaio,Caio,c@x,13,103\nduda,Duda,d@x,14,\neva,Eva,,,\n',
      { file: 'r', language: 'en' },
    ),
    overrides: parseOverrides(
      '{ "schema": "lab.overrides/1", "students": { "duda": { "final": 42.5, "comment": "=seen <b>&" } } }',
      fiveChallenges,
      { file: 'o', language: 'en' },
    ),
  },
);

const content = (book: Gradebook, path: string) => {
  const file = gradeFiles(book).find(one => one.path === path);
  if (file === undefined) throw new Error(`no ${path}`);
  return String(file.content);
};
const rowsOf = (text: string): string[][] => parse(text, { bom: true });
const jsonOf = (book: Gradebook, path: string) => JSON.parse(content(book, path));

describe('of a hostile class', () => {
  const book = nasty();

  test('all files have safe paths of their own', () => {
    const paths = gradeFiles(book).map(({ path }) => path);
    expect(new Set(paths.map(path => path.toLowerCase())).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*){0,2}$/);
  });

  test.each(['grades.csv', 'canvas.csv', 'moodle.csv'])('%s has a row for each, and no formula', path => {
    const [header, ...rows] = rowsOf(content(book, path));
    expect(rows.length).toBe(book.students.length + (path === 'canvas.csv' ? 1 : 0));
    for (const row of rows) {
      expect(row.length).toBe(header?.length);
      for (const cell of row) if (cell !== '-') expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(row.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    }
  });

  test('junit.xml is well-formed, and its sums are right', () => {
    const { elements, counts } = readXml(content(book, 'junit.xml'));
    const total = { tests: 0, failures: 0, errors: 0, skipped: 0 };
    for (const suite of elements.filter(({ name }) => name === 'testsuite'))
      for (const key of ['tests', 'failures', 'errors', 'skipped'] as const)
        total[key] += Number(suite.attributes[key]);
    expect(total).toEqual({
      tests: counts.testcase,
      failures: counts.failure ?? 0,
      errors: counts.error ?? 0,
      skipped: counts.skipped ?? 0,
    });
    expect(elements[0]?.attributes).toMatchObject({ tests: String(total.tests), errors: String(total.errors) });
  });

  test('results.json is the book, in its documented form', () => {
    const text = content(book, 'results.json');
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../docs/schemas/lab.grades-2.json'), 'utf8'),
    );
    expect(schemaProblems(JSON.parse(text), schema)).toEqual([]);
    expect(schemaProblems({ ...JSON.parse(text), at: 5 }, schema)).not.toEqual([]);
    expect(readFormat(text, gradebookSchema)).toEqual({ kind: 'read', value: JSON.parse(text) });
  });
});

test('an empty class has files with headers only', () => {
  const book = gradebookOf([], base);
  expect(rowsOf(content(book, 'grades.csv'))).toHaveLength(1);
  expect(rowsOf(content(book, 'canvas.csv'))).toHaveLength(2);
  expect(readXml(content(book, 'junit.xml')).counts.testsuites).toBe(1);
});

test('grades.csv begins with the mark that Excel needs; what is imported does not', () => {
  expect(content(small, 'grades.csv').startsWith('\uFEFF')).toBe(true);
  for (const path of ['canvas.csv', 'moodle.csv']) expect(content(small, path).startsWith('\uFEFF')).toBe(false);
});

test('grades.csv says of each how the grade came about', () => {
  const [header = [], ...rows] = rowsOf(content(small, 'grades.csv'));
  const cell = (row: string[], name: string) => row[header.indexOf(name)];
  expect(rows.map(row => [row[0], cell(row, 'total'), cell(row, 'status')])).toEqual([
    ['ana', String(small.students[0]?.final), 'graded'],
    ['bia', String(small.students[1]?.final), 'graded'],
    ['caio', String(small.students[2]?.final), 'provisional: look at it'],
    ['duda', '42.5', 'set by the instructor'],
    ['eva', '0', 'nothing handed in'],
  ]);
  expect(cell(rows[3] ?? [], 'comment')).toBe("'=seen <b>&");
});

test('Canvas gets its own header, and nothing where there is no grade yet', () => {
  const rows = rowsOf(content({ ...small, title: 'Docker', canvasAssignment: '77' }, 'canvas.csv'));
  expect(rows[0]).toEqual(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Docker (77)']);
  expect(rows[1]).toEqual(['    Points Possible', '', '', '', '', '100']);
  expect(rows.slice(2).map(row => [row[0], row[1], row[5]])).toEqual([
    ['Ana', '11', String(small.students[0]?.final)],
    ['Bia', '12', String(small.students[1]?.final)],
    ['Caio', '13', ''],
    ['Duda', '14', '42.5'],
    ['Eva', '', '0'],
  ]);
});

test('Moodle gets only whom it can find, no more than the maximum, and no markup of ours', () => {
  const [header, ...rows] = rowsOf(content(small, 'moodle.csv'));
  expect(header?.join()).toBe(
    'Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments',
  );
  expect(rows.map(row => row.slice(0, 9))).toEqual([
    ['Participant 101', 'Ana', 'a@x', 'Submitted for grading', '100', '100', 'Yes', '-', '-'],
    ['Participant 102', 'Bia', 'b@x', 'Submitted for grading', '100', '100', 'Yes', '-', '-'],
    ['Participant 103', 'Caio', 'c@x', 'Submitted for grading', '', '100', 'Yes', '-', '-'],
    ['', 'Duda', 'd@x', 'Submitted for grading', '42.5', '100', 'Yes', '-', '-'],
  ]);
  expect(rows[2]?.[9]).toBe('');
  expect(rows[3]?.[9]).toContain("'=seen &lt;b&gt;&amp;<br>");
});

test('Gradescope, PrairieLearn and check50 tell failed from not told', () => {
  const scope = jsonOf(small, 'gradescope/bia/results.json');
  expect(scope).toMatchObject({ score: small.students[1]?.final, visibility: 'visible', output_format: 'text' });
  expect(scope.tests).toHaveLength(fiveChallenges.reduce((total, { objectives }) => total + objectives.length, 0));
  expect(scope.tests.find((one: { number: string }) => one.number === '1.5')).toMatchObject({
    score: 0,
    max_score: 4,
    status: 'failed',
    tags: ['01-networked-containers', 'by-name'],
  });
  const unsure = jsonOf(small, 'gradescope/caio/results.json');
  expect(unsure).toMatchObject({ visibility: 'hidden', extra_data: { provisional: true } });
  expect(unsure).not.toHaveProperty('score');
  const untold = unsure.tests.find((one: { tags: string[] }) => one.tags[1] === 'integrity');
  expect([untold.score, untold.status]).toEqual([undefined, undefined]);
  expect(jsonOf(small, 'gradescope/duda/results.json').score).toBe(42.5);

  expect(jsonOf(small, 'prairielearn/ana/results.json')).toMatchObject({ gradable: true, score: 1 });
  expect(jsonOf(small, 'prairielearn/caio/results.json')).toMatchObject({ gradable: false });
  expect(jsonOf(small, 'prairielearn/duda/results.json')).toMatchObject({ gradable: true, score: 0.425 });

  const passed = (student: string, name: string) =>
    jsonOf(small, `check50/${student}.json`).results.find((one: { name: string }) => one.name === name);
  expect(passed('ana', '01-networked-containers/by-name')).toMatchObject({ passed: true, cause: null });
  expect(passed('bia', '01-networked-containers/by-name')).toMatchObject({
    passed: false,
    cause: { rationale: 'seen: by-name', actual: 'seen: by-name' },
  });
  expect(passed('bia', '01-networked-containers/periodic-requests').passed).toBe(null);
  expect(passed('caio', '02-sqlite-volume/integrity')).toMatchObject({
    passed: null,
    cause: { error: { type: 'unknown' } },
  });
});

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['\t=1', "'=1"],
  ['\r@x', "'@x"],
  ['-', "'-"],
  ['a=b', 'a=b'],
  ['', ''],
])('the cell %j becomes %j', (text, cell) => {
  expect(textCell(text)).toBe(cell);
});

/** A strict little reader for the XML that we write: throws where it is not well-formed. */
function readXml(text: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const counts: Record<string, number> = {};
  const open: string[] = [];
  // XML 1.0 allows no others (section 2.2).
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('a character is not allowed');
  let rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  while (rest !== '') {
    const data = /^[^<&]+|^&(amp|lt|gt|quot);/.exec(rest)?.[0];
    const tag = /^<(\/?)([a-z-]+)((?: [a-z]+="(?:[^<&"]|&(?:amp|lt|gt|quot);)*")*)(\/?)>/.exec(rest);
    if (data !== undefined) rest = rest.slice(data.length);
    else if (tag !== null) {
      const [whole, closing, name = '', attributes = '', empty] = tag;
      rest = rest.slice(whole.length);
      if (closing === '/') {
        if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
        continue;
      }
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]);
      elements.push({ name, attributes: Object.fromEntries(pairs) });
      counts[name] = (counts[name] ?? 0) + 1;
      if (empty === '') open.push(name);
    } else throw new Error(`not well-formed at ${rest.slice(0, 60)}`);
  }
  if (open.length > 0) throw new Error(`${open.join()} is not closed`);
  return { elements, counts };
}
