import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { Redis } from 'ioredis';
import pg from 'pg';

// Configuration comes from the environment, so that one image fits every place. In the URLs, `postgres` and `redis` are
// names of containers: Docker's own DNS server turns them into addresses.
const port = Number(process.env.PORT ?? 8080);
const databaseUrl = process.env.DATABASE_URL ?? 'postgres://postgres@postgres:5432/postgres';
const redisUrl = process.env.REDIS_URL ?? 'redis://redis:6379';

// A pool keeps connections open and makes new ones when they are lost. Every wait has an end: a database that is gone
// must not hang those who ask us.
const database = new pg.Pool({ connectionString: databaseUrl, connectionTimeoutMillis: 3000, query_timeout: 3000 });

// A connection that breaks while nobody uses it is reported here; unheard, it would end the whole program.
database.on('error', error => console.log(`a connection to the database was lost: ${error.message}`));

const redis = new Redis(redisUrl, {
  // Tries again soon, and for ever: 100 ms, 200 ms … at most 2 s.
  retryStrategy: attempt => Math.min(attempt * 100, 2000),
  maxRetriesPerRequest: 1,
  commandTimeout: 3000,
});
redis.on('error', error => console.log(`redis: ${error.message}`));

const createTable = `
  CREATE TABLE IF NOT EXISTS visits (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    path text NOT NULL
  )`;

/** PostgreSQL's code for a table that is not there (yet). */
const undefinedTable = '42P01';

/** One access is one row. A new database has no table, so the first access makes it. */
async function recordVisit(path: string): Promise<number> {
  const insert = () => database.query<{ id: string }>('INSERT INTO visits (path) VALUES ($1) RETURNING id', [path]);
  const inserted = await insert().catch(async (error: { code?: string }) => {
    if (error.code !== undefinedTable) throw error;
    await database.query(createTable);
    return insert();
  });
  return Number(inserted.rows[0]?.id);
}

const app = new Hono();

app.get('/', async context => {
  // The row first: where the database is gone, nothing is counted, and the answer says so (see onError).
  const row = await recordVisit(context.req.path);
  const visits = await redis.incr('visits');
  return context.json({ message: 'Hello from the API', visits, row });
});

// For those who only want to know whether the program runs: no visit, no row.
app.get('/health', context => context.json({ status: 'ok' }));

app.onError((error, context) => {
  console.log(`${context.req.method} ${context.req.path} failed: ${error.message}`);
  return context.json({ error: 'the visit could not be recorded' }, 503);
});

// 0.0.0.0 means "on every network interface", so that other containers reach it too.
const server = serve({ fetch: app.fetch, hostname: '0.0.0.0', port }, info => {
  console.log(`listening on ${info.address}:${info.port}`);
});

// `docker stop` sends SIGTERM and, ten seconds later, kills. The first process of a container (PID 1) ignores SIGTERM
// unless it says what to do with it.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    console.log(`${signal}: closing`);
    server.close();
    process.exit(0);
  });
}
