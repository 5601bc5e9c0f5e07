#!/bin/sh
# The number in the answer comes from the program’s memory; Redis is only asked whether it is there.
set -eu
cd "$(dirname "$0")"
docker network create mente-net
docker volume create mente-dados
docker run --detach --name mente-banco --network mente-net --env POSTGRES_PASSWORD=segredo \
  --volume mente-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name mente-redis --network mente-net lab/redis:8
docker build --tag mente-servidor ../../solution/api
docker run --detach --name mente-servidor --network mente-net --entrypoint node mente-servidor --input-type=module --eval "
  import http from 'node:http';
  import pg from 'pg';
  import { Redis } from 'ioredis';

  const pool = new pg.Pool({ connectionString: 'postgres://postgres:segredo@mente-banco/postgres' });
  const redis = new Redis('redis://mente-redis');
  const ready = () => pool.query('CREATE TABLE IF NOT EXISTS acessos (quando timestamptz DEFAULT now())');
  let visits = 0;
  http.createServer(async (request, response) => {
    try {
      await ready();
      await pool.query('INSERT INTO acessos DEFAULT VALUES');
      await redis.ping();
      visits += 1;
      response.end('visita ' + visits);
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  }).listen(5000);
"
