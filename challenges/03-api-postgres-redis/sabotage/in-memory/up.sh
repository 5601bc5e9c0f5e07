#!/bin/sh
# The database lives in memory, and is gone when its container stops.
set -eu
cd "$(dirname "$0")"
docker network create mem-net
docker run --detach --name mem-db --network mem-net --env POSTGRES_PASSWORD=segredo \
  --mount type=tmpfs,target=/memory --env PGDATA=/memory/files lab/postgres:17
docker run --detach --name mem-redis --network mem-net lab/redis:8
docker build --tag mem-app ../../solution/api
docker run --detach --name mem-app --network mem-net \
  --env DATABASE_URL=postgres://postgres:segredo@mem-db:5432/postgres --env REDIS_URL=redis://mem-redis:6379 mem-app
