import type { SqlOutcome } from '../../../lab-images/probe/protocol.ts';
import { EngineError } from '../../engine/engine.ts';
import type { RowsReading, TableReading } from '../../probes/evidence/store-evidence.ts';
import type { Probe } from '../../probes/probe.ts';
import { type Door, findDoor, retryDelayMs, StoreRefused } from '../../probes/store-door.ts';
import type { Login } from '../../probes/store-logins.ts';

const usualPort = 5_432;
const answerMs = 4_000;

/** Larger tables are not counted row by row. */
const maxRows = 500_000;

/** SQLSTATEs: see appendix A of PostgreSQL's manual. */
const wrongPassword = /^28/;
const noSuchDatabase = '3D000';
const startingUp = '57P03';
const noSuchTable = '42P01';

const databasesSql = `SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate ORDER BY datname`;
const transactionSql = `SELECT (txid_snapshot_xmax(txid_current_snapshot()) & 4294967295)::text`;
const tablesSql = `SELECT quote_ident(schemaname), quote_ident(relname), schemaname || '.' || relname, n_tup_ins,
  n_live_tup > ${maxRows} FROM pg_stat_user_tables WHERE has_table_privilege(relid, 'SELECT') ORDER BY 1, 2`;

/** Passive: what a PostgreSQL counts, asked over its own loopback by a probe in its namespace. It cannot write. */
export class PostgresView {
  readonly dataFolder: string;
  readonly #probe: Probe;
  readonly #door: Door;
  readonly #login: Login;

  private constructor(probe: Probe, door: Door, login: Login, dataFolder: string) {
    this.#probe = probe;
    this.#door = door;
    this.#login = login;
    this.dataFolder = dataFolder;
  }

  /** Waits until it is ready, and tries the logins in turn. Throws StoreRefused when none is let in. */
  static async open(
    probe: Probe,
    logins: readonly Login[],
    deadlineMs: number,
    signal: AbortSignal,
  ): Promise<PostgresView> {
    const began = performance.now();
    const leftMs = () => deadlineMs - (performance.now() - began);
    const door = await findDoor(probe, usualPort, deadlineMs, signal);
    if (door === undefined) throw new StoreRefused('silent', '');
    for (;;) {
      let last: Extract<SqlOutcome, { ok: false }> | undefined;
      for (const login of logins.flatMap(withUsualDatabases)) {
        const outcome = await ask(probe, door, login, ['SHOW data_directory'], signal);
        if (outcome.ok) return new PostgresView(probe, door, login, outcome.results[0]?.[0]?.[0] ?? '');
        // Whoever may not see the folder has been let in all the same.
        if (outcome.code === '42501') return new PostgresView(probe, door, login, '');
        if (last === undefined || outcome.code !== noSuchDatabase) last = outcome;
      }
      if (last !== undefined && wrongPassword.test(last.code)) throw new StoreRefused('password', last.detail);
      const isOnItsWay = last?.code === startingUp || last?.code === '';
      if (!isOnItsWay || leftMs() <= 0) throw new StoreRefused(isOnItsWay ? 'not-ready' : 'other', last?.detail ?? '');
      await probe.until(() => false, retryDelayMs, signal);
    }
  }

  /** What it counts now. `since` is the reading before, for telling which rows are new. */
  async read(since: RowsReading | undefined, signal: AbortSignal): Promise<RowsReading> {
    const [transaction, databases] = await this.#ask(undefined, [transactionSql, databasesSql], signal);
    const tables = await Promise.all(
      (databases ?? []).map(([name]) => this.#tablesOf(name ?? '', since?.transaction, signal)),
    );
    return { transaction: transaction?.[0]?.[0] ?? '0', tables: tables.flat() };
  }

  async #tablesOf(database: string, since: string | undefined, signal: AbortSignal): Promise<TableReading[]> {
    for (let turn = 0; ; turn++) {
      const [listed = []] = await this.#ask(database, [tablesSql], signal);
      const small = listed.filter(([, , , , isLarge]) => isLarge !== 't');
      const written = since === undefined ? 'false' : `xmin::text::bigint >= ${Number(since)}`;
      const count = ([schema, table]: readonly (string | null)[]) =>
        `SELECT count(*), count(*) FILTER (WHERE ${written}) FROM ${schema}.${table}`;
      const outcome = await ask(this.#probe, this.#door, { ...this.#login, database }, small.map(count), signal);
      // A table may go between the list and the count.
      if (!outcome.ok && outcome.code === noSuchTable && turn < 3) continue;
      const counts = resultsOf(outcome);
      return listed.map(row => {
        const counted = counts[small.indexOf(row)]?.[0];
        const [, , name, inserted] = row;
        return {
          name: `${database}.${name}`,
          rows: counted === undefined ? undefined : Number(counted[0]),
          written: Number(counted?.[1] ?? 0),
          inserted: Number(inserted),
        };
      });
    }
  }

  async #ask(database: string | undefined, statements: readonly string[], signal: AbortSignal) {
    const login = database === undefined ? this.#login : { ...this.#login, database };
    return resultsOf(await ask(this.#probe, this.#door, login, statements, signal));
  }
}

/** The database that a login names, the one named after the user, and the one that is always there. */
function withUsualDatabases(login: Login): Login[] {
  const names = [login.database, login.user, 'postgres'].filter(name => name !== undefined);
  return [...new Set(names)].map(database => ({ ...login, database }));
}

function ask(probe: Probe, door: Door, login: Login, statements: readonly string[], signal: AbortSignal) {
  const { user = 'postgres', password, database = 'postgres' } = login;
  const given = password === undefined ? {} : { password };
  return probe.sql({ ...door, user, ...given, database, statements, timeoutMs: answerMs }, signal);
}

function resultsOf(outcome: SqlOutcome) {
  if (!outcome.ok) throw new EngineError('other', `PostgreSQL: ${outcome.detail}`);
  return outcome.results;
}
