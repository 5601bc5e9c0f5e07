#!/bin/sh
# One connection, made at the first access and never again: once it is lost, every access fails.
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

  const redis = new Redis('redis://redis');
  let client;
  const connected = async () => {
    if (client) return client;
    const fresh = new pg.Client({ connectionString: 'postgres://postgres:segredo@postgres/postgres' });
    fresh.on('error', () => {});
    await fresh.connect();
    await fresh.query('CREATE TABLE IF NOT EXISTS acessos (quando timestamptz DEFAULT now())');
    return (client = fresh);
  };
  http.createServer(async (request, response) => {
    try {
      await (await connected()).query('INSERT INTO acessos DEFAULT VALUES');
      response.end('visita ' + (await redis.incr('visitas')));
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  }).listen(8080);
"
