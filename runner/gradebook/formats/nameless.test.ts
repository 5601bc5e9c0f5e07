import { expect, test } from 'vitest';
import { fiveChallenges } from '../../test/fakes/five-challenges.ts';
import { graded } from '../../test/fakes/graded.ts';
import { similarPair } from '../../test/fakes/similar-pair.ts';
import { verbatim } from '../../test/fakes/verbatim.ts';
import { parseRoster } from '../book-files/parse-roster.ts';
import { feedbackMarkdown } from '../feedback/feedback-markdown.ts';
import { gradebookOf } from '../gradebook-of.ts';
import { classHtml } from '../html/class-html.ts';
import { gradeFiles } from './grade-files.ts';
import { nameless } from './nameless.ts';

const roster = parseRoster(
  'folder,name,email,SIS login id,canvas id,moodle\nana-souza,Ana Souza,ana.s@x.br,u1234,77,501\nteam-7,Bia Lima,bia@x.br,,,\nteam-7,Caio Reis,caio@x.br,,,\nJoão_Pé,João Pé,,,,\n',
  { file: 'r', language: 'en' },
);
const speaking = () => {
  const result = graded('ana-souza', { '01-networked-containers': { 'by-name': 'fail' } });
  return {
    ...result,
    source: 'ana-souza.zip',
    remarks: [verbatim('ana-souza.zip holds ANA SOUZA/01')],
    works: result.works.map(part => ({
      ...part,
      path: 'ana_souza/01',
      logs: [{ container: 'ana-souza-web', lines: ['hello, Ana Souza <ana.s@x.br> u1234', 'banana and server'] }],
    })),
  };
};
const book = gradebookOf([speaking(), graded('team-7'), graded('João_Pé')], {
  ...{ challenges: fiveChallenges, language: 'en', grader: '0.1.0', at: '2026-11-21T09:00:00.000Z' },
  roster,
});
const hidden = nameless(book, [similarPair('ana-souza', 'team-7')], 'secret');

test('no report has a name in it, and the key has all of them', () => {
  const pages = [...gradeFiles(hidden.book).map(({ path, content }) => `${path}\n${String(content)}`)];
  pages.push(
    classHtml(hidden.book, hidden.similar),
    ...hidden.book.students.map(one => feedbackMarkdown(one, hidden.book)),
  );
  for (const page of pages) expect(page).not.toMatch(/ana[-_. ]?souza|bia|caio|joão|u1234|@x\.br|team-7/iu);
  expect(pages.join()).toContain('banana and server');
  expect(gradeFiles(hidden.book).map(({ path }) => path)).not.toContain('mail-merge.csv');
  for (const name of ['ana-souza', 'Ana Souza', 'team-7 · Bia Lima', 'João Pé', 'ana.s@x.br'])
    expect(hidden.key.content).toContain(name);
});

test('grades stay with their students, whose alias says nothing of their place in the alphabet and stays the same', () => {
  const aliasOf = (id: string, key = hidden.key.content) =>
    key
      .split('\r\n')
      .find(line => line.split(',')[1] === id)
      ?.replace('\uFEFF', '')
      .split(',')[0];
  const ana = hidden.book.students.find(({ id }) => id === aliasOf('ana-souza'));
  expect(ana?.final).toBe(book.students.find(({ id }) => id === 'ana-souza')?.final);
  expect(ana?.result.works.map(({ challenge }) => challenge)).toEqual(fiveChallenges.map(({ id }) => id));
  expect(nameless(book, undefined, 'secret').key).toEqual(hidden.key);
  expect(aliasOf('ana-souza', nameless(book, undefined, 'other').key.content)).not.toBe(aliasOf('ana-souza'));
  const ids = hidden.book.students.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  expect(hidden.similar?.[0]?.first).toBe(aliasOf('ana-souza'));
});

test('a student who is called as something of the lab changes nothing of it', () => {
  const odd = gradebookOf([graded('by-name'), graded('graded')], {
    ...{ challenges: fiveChallenges, language: 'en', grader: '0.1.0', at: '2026-11-21T09:00:00.000Z' },
  });
  const [one] = nameless(odd, undefined, 's').book.students;
  expect(one?.result.works.every(({ outcome }) => outcome === 'graded')).toBe(true);
  expect(one?.works[0]?.objectives.map(({ id }) => id)).toContain('by-name');
});
