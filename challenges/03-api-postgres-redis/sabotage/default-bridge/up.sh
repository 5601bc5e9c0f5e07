#!/bin/sh
# No network is created: all three are on the default `bridge`, where Docker answers no questions about names.
set -eu
cd "$(dirname "$0")"
docker volume create dados-bridge
docker run --detach --name banco --env POSTGRES_PASSWORD=segredo --volume dados-bridge:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name cache lab/redis:8
docker build --tag contador ../../solution/api
docker run --detach --name contador \
  --env DATABASE_URL=postgres://postgres:segredo@banco:5432/postgres --env REDIS_URL=redis://cache:6379 contador
