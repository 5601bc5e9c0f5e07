#!/bin/sh
# The database is open to whoever reaches the host (to this machine only, and on any free port, so as not to be in the way).
set -eu
cd "$(dirname "$0")"
docker network create pub-net
docker volume create pub-data
docker run --detach --name pub-postgresql --network pub-net --publish 127.0.0.1::5432 --env POSTGRES_PASSWORD=segredo \
  --volume pub-data:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name pub-redis --network pub-net lab/redis:8
docker build --tag pub-web ../../solution/api
docker run --detach --name pub-web --network pub-net \
  --env DATABASE_URL=postgres://postgres:segredo@pub-postgresql:5432/postgres --env REDIS_URL=redis://pub-redis:6379 pub-web
