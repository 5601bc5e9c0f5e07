#!/bin/sh
# The row is written on the side, and the answer does not wait to see whether it was.
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
  http.createServer(async (request, response) => {
    ready().then(() => pool.query('INSERT INTO acessos DEFAULT VALUES')).catch(() => {});
    response.end('visita ' + (await redis.incr('visitas')));
  }).listen(8080);
"
