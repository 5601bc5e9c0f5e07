import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ServiceBench } from './service-container.ts';

const image = 'lab/postgres:17';
const first = '/docker-entrypoint-initdb.d';
const password = `it's "secret" $HOME`;

let bench: ServiceBench;
beforeEach(async () => {
  bench = await ServiceBench.make();
});
afterEach(() => bench[Symbol.asyncDispose]());

const env = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
const start = (values: Readonly<Record<string, string>>, options: readonly string[] = [], files = {}) =>
  bench.start('db', image, [...env(values), ...options], [], files);
/** On the socket where clients look for it: only the server that is there to stay listens there. */
const ready = () => bench.until('db', 'pg_isready', '--quiet');
/** As another service on the network asks, by name and with a password. */
const ask = (user: string, database: string, question: string, secret = password) =>
  bench.run(
    image,
    ['psql', '--no-password', '-h', 'db', '-U', user, '-d', database, '-Atc', question],
    env({ PGPASSWORD: secret }),
  );
/** As someone who looks into the container asks. */
const look = async (question: string, user = 'postgres', database = user) =>
  (await bench.exec('db', 'psql', '-U', user, '-d', database, '-Atc', question)).stdout.trim();

describe('a first start', () => {
  test('is refused without a password, and it is said what to do', async () => {
    const run = await bench.run(image, []);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('-e POSTGRES_PASSWORD=');
    expect(run.stdout).toBe('');
  });

  test('makes the user, the password and the database that it is told, for whoever comes over the network', async () => {
    await start({ POSTGRES_USER: 'maria', POSTGRES_PASSWORD: password, POSTGRES_DB: 'my "shop"' });
    await ready();
    const question = "select current_user, current_database(), current_setting('server_encoding'), version()";
    const answer = await ask('maria', 'my "shop"', question);
    expect(answer.stderr).toBe('');
    expect(answer.stdout).toMatch(/^maria\|my "shop"\|UTF8\|PostgreSQL 17\./);

    const wrong = await ask('maria', 'my "shop"', question, 'wrong');
    expect(wrong.exitCode).not.toBe(0);
    expect(wrong.stderr).toContain('password authentication failed for user "maria"');
    expect(await look('select rolpassword from pg_authid where rolname = current_user', 'maria', 'postgres')).toMatch(
      /^SCRAM-SHA-256\$/,
    );
    const settings = "select current_setting('fsync'), datcollate from pg_database where datname = 'postgres'";
    expect(await look(settings, 'maria', 'postgres')).toBe('on|C.UTF-8');
    expect((await bench.logs('db')).out).toBe('');
  });

  test('names the database after the user, and reads what files hold', async () => {
    const values = { POSTGRES_USER_FILE: '/user', POSTGRES_PASSWORD_FILE: '/password' };
    await start(values, [], { '/user': 'ana\n', '/password': `${password}\n` });
    await ready();
    expect((await ask('ana', 'ana', 'select 1')).stdout).toBe('1\n');
  });

  test('hands options on to initdb, and to the server', async () => {
    const values = { POSTGRES_PASSWORD: 'x', POSTGRES_INITDB_ARGS: "--data-checksums --set 'work_mem=7 MB'" };
    await bench.start('db', image, env(values), ['-c', 'max_connections=17']);
    await ready();
    const question =
      "select current_setting('data_checksums'), current_setting('work_mem'), current_setting('max_connections')";
    expect(await look(question)).toBe('on|7MB|17');
  });

  test('without a password lets everyone in, where that is said', async () => {
    await start({ POSTGRES_HOST_AUTH_METHOD: 'trust' });
    await ready();
    expect((await ask('postgres', 'postgres', 'select 1', '')).stdout).toBe('1\n');
  });

  test('in a folder that is not its own says so, and how to give it one', async () => {
    const volume = await bench.volume('elsewhere');
    await start({ POSTGRES_PASSWORD: 'x', PGDATA: '/elsewhere' }, ['--volume', `${volume}:/elsewhere`]);
    expect(await bench.exitCode('db')).toBe(1);
    expect((await bench.logs('db')).err).toContain('/elsewhere must belong to user 70');
  });

  test('never makes a database where something else is', async () => {
    const volume = await bench.volume('used');
    const mount = ['--volume', `${volume}:/var/lib/postgresql/data`];
    await bench.run(image, ['touch', '/var/lib/postgresql/data/mine'], mount);
    await start({ POSTGRES_PASSWORD: 'x' }, mount);
    expect(await bench.exitCode('db')).toBe(1);
    expect((await bench.logs('db')).err).toContain('mine is there');
  });
});

describe('scripts of the first start', () => {
  const table = 'create table visit (who text);\n';
  const scripts = {
    [`${first}/1-table.sql`]: table,
    [`${first}/2-rows.sql.gz`]: gzipSync("insert into visit values ('gz');\n"),
    [`${first}/3-own-shell.sh`]: `#!/bin/bash
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<-EOSQL
	insert into visit values ('own shell');
EOSQL
`,
    [`${first}/4-this-shell.sh`]: `psql -U "$POSTGRES_USER" "$POSTGRES_DB" -c "insert into visit values ('this shell')"
echo "work_mem = '9MB'" >> "$PGDATA/postgresql.conf"
`,
    [`${first}/notes.txt`]: 'nothing to run',
  };
  const values = { POSTGRES_PASSWORD: password, POSTGRES_USER: 'maria', POSTGRES_DB: 'shop' };
  const rows = 'select count(*), string_agg(who, $$,$$ order by ctid) from visit';

  test('run in the order of their names, once', async () => {
    await start(values, [], scripts);
    await ready();
    expect((await ask('maria', 'shop', rows)).stdout).toBe('3|gz,own shell,this shell\n');
    expect((await ask('maria', 'shop', 'show work_mem')).stdout).toBe('9MB\n');
    expect((await bench.logs('db')).err).toContain(`leaving out ${first}/notes.txt`);
    await bench.change('db', 'restart');
    await ready();
    expect((await ask('maria', 'shop', rows)).stdout).toBe('3|gz,own shell,this shell\n');
  });

  test('keep everyone else waiting, and a first start that was killed begins anew', async () => {
    const gate = `touch /tmp/waiting\nuntil [ -e /tmp/go ]; do sleep 0.02; done\n`;
    await start(values, [], { ...scripts, [`${first}/5-gate.sh`]: gate });
    await bench.until('db', 'test', '-e', '/tmp/waiting');
    expect((await bench.exec('db', 'pg_isready')).exitCode).not.toBe(0);
    const early = await ask('maria', 'shop', rows);
    expect(early.exitCode).not.toBe(0);
    expect(early.stderr).toContain('Connection refused');
    await bench.change('db', 'kill');
    await bench.change('db', 'start');
    await bench.until('db', 'touch', '/tmp/go');
    await ready();
    expect((await ask('maria', 'shop', rows)).stdout).toBe('3|gz,own shell,this shell\n');
  });

  test('that fail make the start fail, and a mended one is run at the next', async () => {
    await start(values, [], { [`${first}/1-table.sql`]: 'create tabel visit (who text);\n' });
    expect(await bench.exitCode('db')).not.toBe(0);
    expect((await bench.logs('db')).err).toMatch(/syntax error at or near "tabel"[\s\S]*the database was not created/);
    await bench.put('db', { [`${first}/1-table.sql`]: table });
    await bench.change('db', 'start');
    await ready();
    expect((await ask('maria', 'shop', 'select count(*) from visit')).stdout).toBe('0\n');
  });
});

test('rows on a named volume are there when the container is another one, which needs no password to be told', async () => {
  const volume = await bench.volume('data');
  const mount = ['--volume', `${volume}:/var/lib/postgresql/data`];
  await start({ POSTGRES_PASSWORD: password }, mount);
  await ready();
  await ask('postgres', 'postgres', 'create table kept as select 42 as number');
  await bench.change('db', 'kill');
  await bench.change('db', 'rm');
  await start({}, mount);
  await ready();
  expect((await ask('postgres', 'postgres', 'select number from kept')).stdout).toBe('42\n');
  expect((await ask('postgres', 'postgres', 'select 1', 'wrong')).exitCode).not.toBe(0);
});

test('it runs as nobody special, and stops at once and cleanly though a client is there', async () => {
  await start({ POSTGRES_PASSWORD: password });
  await ready();
  expect((await bench.exec('db', 'id', '-un')).stdout).toBe('postgres\n');
  const client = bench.exec('db', 'psql', '-U', 'postgres', '-c', 'select pg_sleep(100)');
  await bench.until('db', 'sh', '-c', 'psql -U postgres -Atc "select query from pg_stat_activity" | grep -q sleep');
  await bench.change('db', 'stop');
  expect((await client).exitCode).not.toBe(0);
  expect(await bench.exitCode('db')).toBe(0);
  expect((await bench.logs('db')).err).toContain('database system is shut down');
});

test('as root it says that it does not run', async () => {
  const run = await bench.run(image, [], ['--user', 'root', ...env({ POSTGRES_PASSWORD: 'x' })]);
  expect(run.exitCode).toBe(1);
  expect(run.stderr).toContain('does not run as root');
});
