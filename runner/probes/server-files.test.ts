import { expect, test } from 'vitest';
import { serverOf } from './server-files.ts';

const files = (...paths: string[]) => paths.map(path => ({ path }));

test.each([
  ['PostgreSQL', files('PG_VERSION', 'base/1/112', 'base/1/113')],
  ['PostgreSQL', files('18/docker/PG_VERSION', '18/docker/base/1/112')],
  ['MySQL', files('#ib_16384_0.dblwr', '#innodb_redo/#ib_redo10', 'auto.cnf', 'binlog.000001')],
  ['MariaDB', files('aria_log.00000001', 'aria_log_control', 'ib_buffer_pool', 'ibdata1')],
  ['MongoDB', files('WiredTiger', 'WiredTiger.lock', '_mdb_catalog.wt')],
  ['Redis', files('dump.rdb')],
])('the files of %s are known by their names', (software, found) => expect(serverOf(found)).toBe(software));

test('other files are no server’s', () => {
  expect(serverOf(files('app.db', 'notes/PG_VERSION.txt', 'dados.sqlite3'))).toBeUndefined();
  expect(serverOf([])).toBeUndefined();
});
