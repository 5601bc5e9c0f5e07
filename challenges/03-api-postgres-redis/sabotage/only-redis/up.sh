#!/bin/sh
# The API knows the database, and asks it the time; the accesses are in Redis only.
set -eu
cd "$(dirname "$0")"
docker network create hora-net
docker volume create hora-dados
docker run --detach --name hora-banco --network hora-net --env POSTGRES_PASSWORD=segredo \
  --volume hora-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name hora-redis --network hora-net lab/redis:8
docker build --tag hora-servidor ../../solution/api
docker run --detach --name hora-servidor --network hora-net --entrypoint node hora-servidor --input-type=module --eval "
  import http from 'node:http';
  import pg from 'pg';
  import { Redis } from 'ioredis';

  const pool = new pg.Pool({ connectionString: 'postgres://postgres:segredo@hora-banco/postgres' });
  const redis = new Redis('redis://hora-redis');
  http.createServer(async (request, response) => {
    try {
      const { rows } = await pool.query('SELECT now() AS agora');
      response.end(rows[0].agora.toISOString() + ' visita ' + (await redis.incr('visitas')));
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  }).listen(3000);
"
