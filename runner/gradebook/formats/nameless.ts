import { createHmac } from 'node:crypto';
import { byName } from '../../base/by-name.ts';
import { nobody } from '../enrol.ts';
import type { Gradebook, StudentGrade } from '../gradebook.ts';
import type { TextFile } from '../make-book.ts';
import type { SimilarPair } from '../similarity.ts';
import { gradeFormatsMessages } from '../texts/formats.ts';
import { spreadsheetText, textCell } from './csv-text.ts';

/** A book without names, the pairs of alike code without them, and who is who. */
export interface Nameless {
  readonly book: Gradebook;
  readonly similar: readonly SimilarPair[] | undefined;
  /** For whoever may know: alias, folder, name, address. */
  readonly key: TextFile;
}

/** What is the lab's own word, and nobody's name, whatever a student is called. */
const ownWords = new Set([
  'schema',
  'at',
  'language',
  'grader',
  'challenge',
  'outcome',
  'verdict',
  'digest',
  'code',
  'how',
  'role',
]);

/**
 * Takes names out of a book: each student is called by an alias that says nothing, in the order of the aliases, and where their id, name,
 * address or login stands in what was seen, the alias does. `secret`: with the same one, a student has the same alias. What somebody calls
 * themselves otherwise in their own files stays: nobody can know it for a name. Pure.
 */
export function nameless(given: Gradebook, similar: readonly SimilarPair[] | undefined, secret: string): Nameless {
  const t = gradeFormatsMessages[given.language];
  const aliases = new Map(given.students.map(({ id }) => [id, `${t.student}-${aliasOf(id, secret)}`]));
  const hide = hiding(given.students, aliases);
  const students = given.students
    .map((student): StudentGrade => {
      const id = aliases.get(student.id) ?? '';
      const { identity: _, ...rest } = student;
      const clean = hide(rest) as Omit<StudentGrade, 'identity'>;
      return { ...clean, id, identity: nobody, result: { ...clean.result, id, source: '' } };
    })
    .sort(byName(given.language, ({ id }) => id));
  const { students: __, ...whole } = given;
  // Objectives and challenges are called by ids that could be somebody's, too.
  const book = { ...whole, remarks: hide(given.remarks) as readonly string[], students };
  const rows = given.students.map(({ id, identity }) =>
    [aliases.get(id) ?? '', id, identity.name, identity.email].map(textCell),
  );
  const content = spreadsheetText([[t.alias, t.folder, t.name, t.email], ...rows], given.language);
  const aliasFor = (id: string) =>
    aliases.get(id) ?? aliases.get(given.students.find(({ result }) => result.id === id)?.id ?? '') ?? t.student;
  const pairs = similar?.map(pair => ({
    ...(hide(pair) as SimilarPair),
    first: aliasFor(pair.first),
    second: aliasFor(pair.second),
  }));
  return { book, similar: pairs, key: { path: 'key.csv', content } };
}

function aliasOf(id: string, secret: string): string {
  return createHmac('sha256', secret).update(id).digest('hex').slice(0, 8);
}

/** What replaces each name by its owner's alias, in a value and all that is in it. */
function hiding(students: readonly StudentGrade[], aliases: ReadonlyMap<string, string>): (value: unknown) => unknown {
  const owners = new Map<string, string>();
  for (const student of students) {
    const alias = aliases.get(student.id) ?? '';
    for (const name of namesOf(student)) if (!owners.has(keyOf(name))) owners.set(keyOf(name), alias);
  }
  const patterns = [...owners.keys()]
    .sort((one, other) => other.length - one.length)
    .map(name => name.split(' ').map(RegExp.escape).join('[\\s._+-]*'));
  if (patterns.length === 0) return value => value;
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const inText = (text: string) => text.normalize('NFC').replace(any, found => owners.get(keyOf(found)) ?? '…');
  const inValue = (value: unknown): unknown => {
    if (typeof value === 'string') return inText(value);
    if (Array.isArray(value)) return value.map(inValue);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, ownWords.has(key) || key === 'id' ? one : inValue(one)]),
    );
  };
  return inValue;
}

/** What a student is found by in a text; too short to be told from any other word is left out. */
function namesOf({ id, identity, result }: StudentGrade): string[] {
  const { name, email, sisLoginId, sisUserId } = identity;
  return [id, result.id, name, email, email.split('@')[0] ?? '', sisLoginId, sisUserId].filter(
    text => keyOf(text).length >= 3,
  );
}

/** The same name however its words are put together. */
function keyOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s._+-]+/g, ' ')
    .trim();
}
