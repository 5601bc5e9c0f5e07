import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fiveChallenges } from '../../test/fakes/five-challenges.ts';
import { graded } from '../../test/fakes/graded.ts';
import { parseOverrides } from '../book-files/parse-overrides.ts';
import { parseRoster } from '../book-files/parse-roster.ts';
import { parseWorksheet } from '../book-files/parse-worksheet.ts';
import { withWorksheet } from '../book-files/worksheet.ts';
import { gradebookOf } from '../gradebook-of.ts';
import { gradeFiles } from './grade-files.ts';

const bookOf = (language: 'en' | 'pt-BR') =>
  gradebookOf(
    [
      graded('ana'),
      graded('bia', { '01-networked-containers': { 'by-name': 'fail', 'periodic-requests': 'blocked' } }),
      graded('caio', { '02-sqlite-volume': { integrity: 'unknown' } }),
      graded('duda'),
    ],
    {
      ...{ challenges: fiveChallenges, language, grader: '0.1.0', at: '2026-11-21T09:00:00.000Z' },
      roster: parseRoster(
        'folder,name,email,moodle\nana,Ana_Maria de/Sá,ana@x,Participant 101\nbia,Bia,bia@x,Participante102\ncaio,Caio,caio@x,103\nduda,Duda,,\n',
        { file: 'r', language },
      ),
      overrides: parseOverrides(
        '{ "schema": "lab.overrides/1", "students": { "duda": { "final": 42.5 } } }',
        fiveChallenges,
        {
          file: 'o',
          language,
        },
      ),
    },
  );
const [english, portuguese] = [bookOf('en'), bookOf('pt-BR')];
const contentOf = (book: typeof english, path: string, worksheet?: Parameters<typeof gradeFiles>[1]) =>
  gradeFiles(book, worksheet).find(file => file.path === path)?.content ?? '';

describe('grades.csv', () => {
  test('is in Portuguese as spreadsheets there save it', () => {
    const text = String(contentOf(portuguese, 'grades.csv'));
    const [header = [], ...rows] = parse(text, { bom: true, delimiter: ';' }) as string[][];
    const duda = rows.find(([id]) => id === 'duda') ?? [];
    expect(duda[header.indexOf('total')]).toBe('42,5');
    expect(duda[header.indexOf('retorno')]).toBe('feedback/duda.html');
  });

  test('has commas and points in English, and files for other systems have them in both', () => {
    expect(String(contentOf(english, 'grades.csv'))).toContain(',42.5,');
    for (const book of [english, portuguese])
      for (const path of ['canvas.csv', 'moodle.csv'])
        expect(String(contentOf(book, path)).split('\r\n', 1)[0]).not.toContain(';');
    expect(String(contentOf(portuguese, 'canvas.csv'))).toContain(',42.5');
  });
});

test('mail-merge.csv has a letter for each who has an address and a grade', () => {
  const rows = parse(String(contentOf(portuguese, 'mail-merge.csv')), { bom: true, delimiter: ';' }) as string[][];
  expect(rows.map(([address, , , path]) => [address, path])).toEqual([
    ['endereço', 'caminho'],
    ['ana@x', 'feedback/ana.html'],
    ['bia@x', 'feedback/bia.html'],
  ]);
  expect(rows[2]?.[2]).toContain('Olá, Bia!\n\nSua nota:');
  expect(rows[2]?.[2]).toContain(': seen: by-name\n');
  expect(contentOf({ ...english, students: english.students.slice(3) }, 'mail-merge.csv')).toBe('');
});

test('Moodle’s zip has a folder for each whose number is known, of which Moodle reads nothing but that', () => {
  const files = unzipSync(contentOf(english, 'moodle-feedback.zip') as Uint8Array);
  expect(Object.keys(files)).toEqual([
    'Ana Maria de Sá_101_assignsubmission_file_/feedback.html',
    'Bia_102_assignsubmission_file_/feedback.html',
  ]);
  for (const path of Object.keys(files)) {
    const [, number, type, plugin, rest] = (path.split('/')[0] ?? '').split('_', 5);
    expect([Number(number) > 100, type, plugin, rest]).toEqual([true, 'assignsubmission', 'file', '']);
  }
  expect(strFromU8(files['Bia_102_assignsubmission_file_/feedback.html'] ?? new Uint8Array())).toContain('Bia');
  expect(contentOf(english, 'moodle-feedback.zip')).toEqual(contentOf(bookOf('en'), 'moodle-feedback.zip'));
});

describe('moodle.csv', () => {
  const rowsOf = (book: typeof english) => parse(String(contentOf(book, 'moodle.csv'))) as string[][];
  test('has one spelling of the identifiers, and headings, in the book’s language', () => {
    expect(rowsOf(english).map(([id]) => id)).toEqual(['Identifier', ...[101, 102, 103].map(n => `Participant ${n}`)]);
    const [header = [], ...rows] = rowsOf(portuguese);
    expect(header).toEqual(
      expect.arrayContaining(['Identificador', 'Nota', 'Última modificação (nota)', 'Comentários de feedback']),
    );
    expect(rows.map(([id]) => id)).toEqual([101, 102, 103].map(n => `Participante ${n}`));
  });

  test('gives reasons, not only points', () => {
    const bia = rowsOf(english)[2] ?? [];
    expect(bia[9]).toMatch(/of 20 points<br>– .*: seen: by-name<br>/);
    expect(bia[9]).not.toContain('periodic-requests');
  });
});

describe('with Moodle’s worksheet', () => {
  const sheet = (text: string) => parseWorksheet(text, { file: 'planilha.csv', language: 'pt-BR' });
  const worksheet = sheet(
    '\uFEFFIdentificador,"Nome completo",Status,Nota,"Nota máxima","Nota pode ser alterada","Última modificação (envio)","Última modificação (nota)","Comentários de feedback"\n' +
      'Participante102,"Bia de Outro Nome","Enviado para avaliação -  - ",,"10,00",Sim,"sexta-feira, 20 nov. 2026, 21:51",-,\n' +
      'Participante103,Caio,"Enviado para avaliação",,"10,00",Sim,-,-,\n' +
      'Participante109,duda,"Nenhum envio",,"10,00",Sim,-,"segunda-feira, 23 nov. 2026, 08:00",\n' +
      'Participante110,"Ninguém Daqui","Nenhum envio","3,00","10,00",Sim,-,-,oi\n',
  );
  const book = withWorksheet(portuguese, worksheet);

  test('identifiers, headings and dates are Moodle’s; who is not in it is told, who is nobody here stays', () => {
    const rows = parse(String(contentOf(book, 'moodle.csv', worksheet))) as string[][];
    expect(rows[0]).toEqual(worksheet.header);
    expect(rows.slice(1).map(row => [row[0], row[3], row[7]])).toEqual([
      ['Participante102', '10', '-'],
      ['Participante103', '', '-'],
      ['Participante109', '4.25', 'segunda-feira, 23 nov. 2026, 08:00'],
      ['Participante110', '3,00', '-'],
    ]);
    expect(rows[1]?.[8]).toContain('seen: by-name');
    expect(rows[4]?.[8]).toBe('oi');
    expect(book.students.find(({ id }) => id === 'duda')?.identity.moodleId).toBe('Participante109');
    expect(book.remarks.slice(-2).join(' ')).toMatch(/ana.*Uma linha/);
  });

  test('who could be two is nobody, and a row that two claim is nobody’s', () => {
    const twice = sheet('Identifier;Full name;Grade\nParticipant 7;Duda;\nParticipant 8;duda;\n');
    expect(withWorksheet(portuguese, twice).students.map(({ identity }) => identity.moodleId)).not.toContain(
      'Participant 7',
    );
    const twins = {
      ...portuguese,
      students: [...portuguese.students, ...portuguese.students].filter(({ id }) => id === 'duda'),
    };
    const one = sheet('Identifier;Full name;Grade\nParticipant 7;Duda;\n');
    expect(contentOf(twins, 'moodle.csv', one)).toBe('Identifier;Full name;Grade\r\nParticipant 7;Duda;\r\n');
  });

  test.each(['', 'Identifier,Full name\nParticipant 1,Ana\n', 'Nome,Nota\nAna,1\n', 'Identifier,Grade\n'])(
    '%j is none',
    text => {
      expect(() => sheet(text)).toThrow('planilha.csv');
    },
  );
});
