#!/bin/sh
# One row holds the number of accesses, and each access only changes it.
set -eu
cd "$(dirname "$0")"
docker network create soma-net
docker volume create soma-dados
docker run --detach --name soma-banco --network soma-net --env POSTGRES_PASSWORD=segredo \
  --volume soma-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name soma-redis --network soma-net lab/redis:8
docker build --tag soma-servidor ../../solution/api
docker run --detach --name soma-servidor --network soma-net --entrypoint node soma-servidor --input-type=module --eval "
  import http from 'node:http';
  import pg from 'pg';
  import { Redis } from 'ioredis';

  const pool = new pg.Pool({ connectionString: 'postgres://postgres:segredo@soma-banco/postgres' });
  const redis = new Redis('redis://soma-redis');
  const sql = 'CREATE TABLE IF NOT EXISTS total (id int PRIMARY KEY, acessos int); INSERT INTO total VALUES (1, 0) ON CONFLICT DO NOTHING';
  http.createServer(async (request, response) => {
    try {
      await pool.query(sql);
      await pool.query('UPDATE total SET acessos = acessos + 1');
      response.end('visita ' + (await redis.incr('visitas')));
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  }).listen(3000);
"
