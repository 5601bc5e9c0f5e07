import { createServer } from 'node:http';
import { consultar } from './postgres.mjs';
import { somar } from './redis.mjs';

const { DATABASE_HOST: base = 'postgres', CACHE_HOST: memoria = 'redis' } = process.env;

async function acesso() {
  await consultar(
    base,
    'CREATE TABLE IF NOT EXISTS visits (id serial, at timestamptz DEFAULT now()); INSERT INTO visits DEFAULT VALUES',
  );
  return somar(memoria, 'visits');
}

createServer(async (pedido, resposta) => {
  resposta.setHeader('content-type', 'application/json');
  try {
    resposta.end(JSON.stringify({ visits: await acesso() }));
  } catch (falha) {
    console.log(falha.message);
    resposta.writeHead(503).end(JSON.stringify({ falha: 'try again later' }));
  }
}).listen(8080, () => console.log('ready'));

process.once('SIGTERM', () => process.exit());
