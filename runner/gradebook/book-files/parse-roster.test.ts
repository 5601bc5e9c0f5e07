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

test('Canvas’s own rows are nobody, and its export needs no column for folders', () => {
  const text = `Student,ID,SIS User ID,SIS Login ID,Section,Docker (901)
,,,,,Manual Posting
    Points Possible,,,,,100
"Dias, Luz",11,S1,ld,A,
"Dias, Luz",12,S2,ld2,A,
"Student, Test",99,,x,A,
`;
  const { entries } = parse(text);
  expect(entries.map(({ folder, identity }) => [folder, identity.name, identity.canvasId])).toEqual([
    ['', 'Dias, Luz', '11'],
    ['', 'Dias, Luz', '12'],
  ]);
});

test('Excel’s first line says what separates', () => {
  expect(parse('sep=;\r\npasta;nome\r\nana;Ana, a primeira\r\n').entries[0]?.identity.name).toBe('Ana, a primeira');
  expect(() => parse('sep=;\npasta;entregue em\nana;ontem\n')).toThrow(/3/);
});

test('GitHub Classroom’s roster names folders by the user’s name there', () => {
  const [ana] = parse(
    '"identifier","github_username","github_id","name"\n"2026-1","analins","77","Ana Lins"\n',
  ).entries;
  expect(ana).toMatchObject({ folder: 'analins', identity: { name: 'Ana Lins', sisUserId: '2026-1', moodleId: '' } });
});
