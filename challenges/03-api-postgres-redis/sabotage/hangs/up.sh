#!/bin/sh
# Where the database does not answer, the API tries again and again, and whoever has asked it waits.
set -eu
cd "$(dirname "$0")"
docker network create visits-net
docker volume create app-dados
docker run --detach --name postgres --network visits-net --env POSTGRES_PASSWORD=segredo \
  --volume app-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name redis --network visits-net lab/redis:8
docker build --tag app-servidor ../../solution/api
docker run --detach --name api --network visits-net --entrypoint node app-servidor --input-type=module --eval "
  import http from 'node:http';
  import pg from 'pg';
  import { Redis } from 'ioredis';

  const pool = new pg.Pool({ connectionString: 'postgres://postgres:segredo@postgres/postgres' });
  pool.on('error', () => {});
  const redis = new Redis('redis://redis');
  const ready = () => pool.query('CREATE TABLE IF NOT EXISTS acessos (quando timestamptz DEFAULT now())');
  const insert = () => ready().then(() => pool.query('INSERT INTO acessos DEFAULT VALUES'));
  const pause = () => new Promise(resolve => setTimeout(resolve, 300));
  const insistent = () => insert().catch(() => pause().then(insistent));
  http.createServer(async (request, response) => {
    await insistent();
    response.end('visita ' + (await redis.incr('visitas')));
  }).listen(8080);
"
