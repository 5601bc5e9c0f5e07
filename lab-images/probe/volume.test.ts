import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyDatabases, copyFolder, stampOf } from './volume-copy.ts';
import { compareWith, readDatabase, takeBaseline } from './volume-databases.ts';
import { listVolume } from './volume-files.ts';

let base = '';
let root = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'estaleiro-volume-'));
  root = join(base, 'volume');
  mkdirSync(root);
});
afterEach(() => rmSync(base, { recursive: true }));

/** Runs SQL on a database in the volume, as a learner's program would. */
function sql(text: string, path = 'app.db'): void {
  using database = new DatabaseSync(join(root, path));
  database.exec(text);
}
const notes = 'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, n INTEGER);';
const rows = "INSERT INTO notes (text, n) VALUES ('a', 1), ('b', 2), ('b', 2);";

describe('databases are known by how they begin', () => {
  test('whatever their names, and in folders', () => {
    mkdirSync(join(root, 'guardado'));
    sql(notes, 'guardado/data');
    sql(notes, 'banco.db');
    writeFileSync(join(root, 'text.db'), 'SQLite is what this is not, although it is long enough'.repeat(5));
    writeFileSync(join(root, 'empty.sqlite'), '');
    expect(listVolume(root)).toMatchObject({ files: 4, databases: ['banco.db', 'guardado/data'], partial: false });
    expect(listVolume(root).sample.map(({ path }) => path)).toContain('empty.sqlite');
  });

  test('a header alone, without a page size that SQLite has, is none', () => {
    writeFileSync(join(root, 'x'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(200, 3)]));
    expect(listVolume(root).databases).toEqual([]);
  });
});

describe('reading', () => {
  test('tells tables, rows, journal and owner', () => {
    sql(`PRAGMA journal_mode = WAL; ${notes} ${rows} CREATE TABLE empty (x)`);
    expect(readDatabase(root, 'app.db')).toMatchObject({
      path: 'app.db',
      journal: 'wal',
      owner: process.getuid?.(),
      problems: [],
      tables: [
        { name: 'empty', rows: 0 },
        { name: 'notes', rows: 3 },
      ],
    });
  });

  test('tells what is damaged, and what cannot be read at all', () => {
    sql(`${notes} ${rows} CREATE INDEX by_text ON notes (text)`);
    using database = new DatabaseSync(join(root, 'app.db'));
    database.enableDefensive?.(false);
    database.exec("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'by_text'");
    database.close();
    expect(readDatabase(root, 'app.db').problems.join()).toContain('never used');
    writeFileSync(join(root, 'bad.db'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]));
    expect(readDatabase(root, 'bad.db')).toMatchObject({ tables: [], error: expect.any(String) });
  });
});

describe('what became of the rows', () => {
  const lost = () => compareWith(root, baseline).tables.map(table => table.lost);
  let baseline: ReturnType<typeof takeBaseline>;
  beforeEach(() => {
    sql(notes + rows);
    baseline = takeBaseline(root, 'app.db');
  });

  test('rows that were added take none away', () => {
    sql(rows);
    expect(compareWith(root, baseline)).toEqual({
      path: 'app.db',
      tables: [{ name: 'notes', before: 3, after: 6, lost: 0 }],
    });
  });

  test('deleted rows are lost, also of several that are alike', () => {
    sql('DELETE FROM notes WHERE id = 3');
    expect(lost()).toEqual([1]);
    sql('DELETE FROM notes');
    expect(lost()).toEqual([3]);
  });

  test('rows that were changed in place are still there', () => {
    sql('UPDATE notes SET n = n + 1');
    expect(lost()).toEqual([0]);
  });

  test('a new column takes none away', () => {
    sql("ALTER TABLE notes ADD COLUMN author TEXT DEFAULT 'me'");
    expect(lost()).toEqual([0]);
  });

  test('a table made anew has lost what it does not have again', () => {
    sql(`DROP TABLE notes; ${notes} INSERT INTO notes (text, n) VALUES ('x', 9), ('y', 9), ('z', 9)`);
    expect(lost()).toEqual([3]);
  });

  test('a table moved row by row has lost nothing', () => {
    sql(`ALTER TABLE notes RENAME TO old; ${notes} INSERT INTO notes SELECT * FROM old; DROP TABLE old; ${rows}`);
    expect(lost()).toEqual([0]);
  });

  test('a file thrown away and made anew has lost them all, and so has one that is gone', () => {
    rmSync(join(root, 'app.db'));
    sql(`${notes} INSERT INTO notes (text, n) VALUES ('new', 1)`);
    expect(lost()).toEqual([3]);
    rmSync(join(root, 'app.db'));
    expect(compareWith(root, baseline)).toMatchObject({ error: expect.any(String), tables: [{ lost: 3, after: 0 }] });
  });
});

describe('copying', () => {
  test('takes folders, links and the WAL that a program has open', async () => {
    mkdirSync(join(root, 'deep'));
    using database = new DatabaseSync(join(root, 'deep/app.db'));
    database.exec(`PRAGMA journal_mode = WAL; ${notes} ${rows}`);
    const copy = join(base, 'copy');
    mkdirSync(copy);
    copyFolder(root, copy);
    expect(await copyDatabases(root, copy, ['deep/app.db'])).toBe(true);
    expect(readDatabase(copy, 'deep/app.db').tables).toEqual([{ name: 'notes', rows: 3 }]);
  });

  test('a stamp differs when the database has changed', () => {
    sql(notes);
    const before = stampOf(root, ['app.db']);
    expect(stampOf(root, ['app.db'])).toBe(before);
    sql(`${rows} CREATE TABLE more (x)`);
    expect(stampOf(root, ['app.db'])).not.toBe(before);
  });
});
