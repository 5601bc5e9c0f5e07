#!/bin/sh
# Redis counts, and nobody is told.
set -eu
cd "$(dirname "$0")"
docker network create mudo-net
docker volume create mudo-dados
docker run --detach --name mudo-banco --network mudo-net --env POSTGRES_PASSWORD=segredo \
  --volume mudo-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name mudo-redis --network mudo-net lab/redis:8
docker build --tag mudo-servidor ../../solution/api
docker run --detach --name mudo-servidor --network mudo-net --entrypoint node mudo-servidor --input-type=module --eval "
  import http from 'node:http';
  import pg from 'pg';
  import { Redis } from 'ioredis';

  const pool = new pg.Pool({ connectionString: 'postgres://postgres:segredo@mudo-banco/postgres' });
  const redis = new Redis('redis://mudo-redis');
  const ready = () => pool.query('CREATE TABLE IF NOT EXISTS acessos (quando timestamptz DEFAULT now())');
  http.createServer(async (request, response) => {
    try {
      await ready();
      await pool.query('INSERT INTO acessos DEFAULT VALUES');
      await redis.incr('visitas');
      response.end('obrigado pela visita');
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  }).listen(5000);
"
