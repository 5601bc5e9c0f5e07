import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DatabaseComparison, DatabaseReading } from './volume-protocol.ts';

/** Our own table in a copy: it notes the deletion of rows. */
const guard = 'estaleiro_guard';
const mostProblems = 5;
const mostTables = 50;
/** Rows beyond this many are not looked at one by one. */
const mostRows = 50_000;

/** How many rows there are of each content. */
type Rows = Map<string, number>;

export interface Baseline {
  readonly path: string;
  readonly tables: ReadonlyMap<string, Rows>;
}

/** Reads a database of the copy. Journals that its program left are applied, which is why it is only done to a copy. */
export function readDatabase(root: string, path: string): DatabaseReading {
  const { size, uid } = statSync(join(root, path));
  const reading: DatabaseReading = { path, bytes: size, owner: uid, journal: '', tables: [], problems: [] };
  try {
    using database = open(root, path);
    reading.problems = integrityOf(database);
    reading.journal = String(Object.values(database.prepare('PRAGMA journal_mode').get() ?? {})[0] ?? '');
    reading.tables = tablesOf(database).map(name => ({ name, rows: countOf(database, name) }));
  } catch (error) {
    reading.error = messageOf(error);
  }
  return reading;
}

/**
 * Remembers the rows of a database of the copy, and lays triggers on its tables that note deletions: with them, a row
 * that was changed can be told from one that was thrown away and written anew.
 */
export function takeBaseline(root: string, path: string): Baseline {
  using database = open(root, path);
  const tables = new Map(tablesOf(database).map(name => [name, rowsOf(database, name)]));
  try {
    database.exec(`CREATE TABLE ${guard}(name TEXT)`);
    for (const [index, name] of [...tables.keys()].entries()) {
      const note = `INSERT INTO ${guard} VALUES (${quoteText(name)})`;
      database.exec(`CREATE TRIGGER ${guard}_${index} AFTER DELETE ON ${quoteName(name)} BEGIN ${note}; END`);
    }
  } catch {
    // A virtual table takes no trigger: rows that changed then count as lost.
  }
  return { path, tables };
}

/** What became of the remembered rows. */
export function compareWith(root: string, { path, tables }: Baseline): DatabaseComparison {
  try {
    using database = open(root, path);
    const there = new Set(tablesOf(database));
    return {
      path,
      tables: [...tables].map(([name, rows]) => {
        const isThere = there.has(name);
        const missing = missingRows(rows, isThere ? rowsOf(database, name, Number.POSITIVE_INFINITY) : new Map());
        return {
          name,
          before: total(rows),
          after: isThere ? countOf(database, name) : 0,
          lost: isThere ? Math.min(missing, deletionsOf(database, name) ?? missing) : missing,
        };
      }),
    };
  } catch (error) {
    const lost = [...tables].map(([name, rows]) => ({ name, before: total(rows), after: 0, lost: total(rows) }));
    return { path, tables: lost, error: messageOf(error) };
  }
}

/** A file that has gone must not come back as an empty one. */
function open(root: string, path: string): DatabaseSync {
  statSync(join(root, path));
  return new DatabaseSync(join(root, path), { timeout: 2_000 });
}

function integrityOf(database: DatabaseSync): string[] {
  const rows = database.prepare(`PRAGMA integrity_check(${mostProblems})`).all();
  return rows.map(row => String(Object.values(row)[0])).filter(text => text !== 'ok');
}

function tablesOf(database: DatabaseSync): string[] {
  const found = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all();
  return found
    .map(row => String(row.name))
    .filter(name => name !== guard)
    .slice(0, mostTables);
}

function countOf(database: DatabaseSync, table: string): number {
  return Number(database.prepare(`SELECT count(*) AS rows FROM ${quoteName(table)}`).get()?.rows ?? 0);
}

function rowsOf(database: DatabaseSync, table: string, limit = mostRows): Rows {
  const statement = database.prepare(`SELECT * FROM ${quoteName(table)}`);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  const rows: Rows = new Map();
  let count = 0;
  for (const row of statement.iterate() as Iterable<unknown>) {
    if (++count > limit) break;
    const content = (row as unknown[]).map(contentOf).join('\u0001');
    rows.set(content, (rows.get(content) ?? 0) + 1);
  }
  return rows;
}

function contentOf(value: unknown): string {
  if (value instanceof Uint8Array) return `x${Buffer.from(value).toString('base64')}`;
  return `${typeof value} ${value}`;
}

function missingRows(before: Rows, after: Rows): number {
  let missing = 0;
  for (const [content, count] of before) missing += Math.max(0, count - (after.get(content) ?? 0));
  return missing;
}

/** Undefined where our trigger has gone with its table: a table of that name was made anew. */
function deletionsOf(database: DatabaseSync, table: string): number | undefined {
  const trigger = "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND name LIKE ?";
  if (database.prepare(trigger).get(table, `${guard}%`) === undefined) return undefined;
  return Number(database.prepare(`SELECT count(*) AS rows FROM ${guard} WHERE name = ?`).get(table)?.rows ?? 0);
}

const total = (rows: Rows) => [...rows.values()].reduce((sum, count) => sum + count, 0);
const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
