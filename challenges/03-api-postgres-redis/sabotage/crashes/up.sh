#!/bin/sh
# Nobody hears that the connection to the database is lost, and Node ends a program in which nobody hears an error.
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
  const redis = new Redis('redis://redis');
  const ready = () => pool.query('CREATE TABLE IF NOT EXISTS acessos (quando timestamptz DEFAULT now())');
  http.createServer(async (request, response) => {
    try {
      await ready();
      await pool.query('INSERT INTO acessos DEFAULT VALUES');
      response.end('visita ' + (await redis.incr('visitas')));
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  }).listen(8080);
"
