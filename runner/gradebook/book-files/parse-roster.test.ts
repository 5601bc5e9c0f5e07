import { expect, test } from 'vitest';
import { UsageError } from '../../base/errors.ts';
import { parseRoster } from './parse-roster.ts';
import { decode } from './read-book-files.ts';

const parse = (text: string) => parseRoster(text, { file: 'roster.csv', language: 'en' });

test.each([
  ['folder,name,email,canvas id,SIS User ID,SIS Login ID,section,Identifier,submitted\n', ','],
  ['Pasta;Nome;E-mail;ID no Canvas;Matrícula;Login;Turma;Identificador;Entregue em\r\n', ';'],
  ['\uFEFFfolder\tname\temail\tid\tsis user id\tsis login id\tsection\tmoodle identifier\tsubmitted\n', '\t'],
])('reads a table with the header %s', (header, separator) => {
  const cells = [
    'ana',
    '"Souza, Ana ""A.""; x"',
    'a@b',
    '7',
    'S1',
    'as',
    'A',
    'Participant 9',
    '2026-11-20T10:00-03:00',
  ];
  expect(parse(header + cells.join(separator)).entries).toEqual([
    {
      folder: 'ana',
      identity: {
        name: 'Souza, Ana "A."; x',
        email: 'a@b',
        canvasId: '7',
        sisUserId: 'S1',
        sisLoginId: 'as',
        section: 'A',
        moodleId: 'Participant 9',
      },
      submitted: '2026-11-20T13:00:00.000Z',
    },
  ]);
});

test('leaves out empty lines and columns that are none of ours, and control characters', () => {
  const { entries } = parse('folder,phone,name\n\nana,123,A\u0000n\u001Ba\n,,\nbia\n,,No Folder\n');
  expect(entries.map(({ folder, identity }) => [folder, identity.name])).toEqual([
    ['ana', 'A n a'],
    ['bia', ''],
    ['', 'No Folder'],
  ]);
});

test.each([
  ['', 'no students'],
  ['folder,name\n', 'no students'],
  ['name,email\nAna,a@b\n', 'no column for the folders'],
  ['folder,pasta\na,b\n', 'the same column'],
  ['folder,name\nana,Ana\nana,Ana\n', 'line 3'],
  ['folder,submitted\nana,yesterday\n', 'line 2'],
  ['folder,name,section\n,,A\n', 'line 2'],
  ['folder,name\n"ana,Ana\n', 'line'],
])('says what is wrong with %j', (text, words) => {
  expect(() => parse(text)).toThrow(UsageError);
  expect(() => parse(text)).toThrow(words);
});

test('reads what spreadsheets write: UTF-8, UTF-16, Windows-1252', () => {
  const text = 'João;Conceição';
  expect(decode(Buffer.from(text))).toBe(text);
  expect(decode(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text);
  expect(decode(Buffer.from(text, 'latin1'))).toBe(text);
});

test('dates without a zone are in the class’s, and are told with line and column where there is none', () => {
  const text = 'pasta;nome;Entregue em\nana;Ana;2026-11-20 22:10\n';
  const from = { file: 'r.csv', language: 'pt-BR' } as const;
  expect(parseRoster(text, from, 'America/Sao_Paulo').entries[0]?.submitted).toBe('2026-11-21T01:10:00.000Z');
  expect(() => parseRoster(text, from)).toThrow('r.csv, linha 2, coluna "Entregue em"');
});
