import { createServer } from 'node:http';
import { query } from './postgres.mjs';
import { increment } from './redis.mjs';

const { DATABASE_HOST: database = 'postgres', CACHE_HOST: cache = 'redis' } = process.env;

async function visit() {
  await query(
    database,
    'CREATE TABLE IF NOT EXISTS visits (id serial, at timestamptz DEFAULT now()); INSERT INTO visits DEFAULT VALUES',
  );
  return increment(cache, 'visits');
}

createServer(async (request, response) => {
  response.setHeader('content-type', 'application/json');
  try {
    response.end(JSON.stringify({ visits: await visit() }));
  } catch (problem) {
    console.log(problem.message);
    response.writeHead(503).end(JSON.stringify({ problem: 'try again later' }));
  }
}).listen(8080, () => console.log('ready'));

process.once('SIGTERM', () => process.exit());
