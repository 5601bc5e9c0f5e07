#!/bin/sh
# Nothing is said of a volume, so the image’s own VOLUME line gives the database one that has no name.
set -eu
cd "$(dirname "$0")"
docker network create anon-net
docker run --detach --name anon-pg --network anon-net --env POSTGRES_PASSWORD=segredo lab/postgres:17
docker run --detach --name anon-redis --network anon-net lab/redis:8
docker build --tag anon-app ../../solution/api
docker run --detach --name anon-app --network anon-net \
  --env DATABASE_URL=postgres://postgres:segredo@anon-pg:5432/postgres --env REDIS_URL=redis://anon-redis:6379 anon-app
