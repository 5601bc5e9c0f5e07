#!/bin/sh
# Redis has a network of its own, on which the API is not.
set -eu
cd "$(dirname "$0")"
docker network create visitas-net
docker network create so-redis
docker volume create visitas-dados
docker run --detach --name visitas-db --network visitas-net --env POSTGRES_PASSWORD=segredo \
  --volume visitas-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name visitas-cache --network so-redis lab/redis:8
docker build --tag visitas-api ../../solution/api
docker run --detach --name visitas-api --network visitas-net \
  --env DATABASE_URL=postgres://postgres:segredo@visitas-db:5432/postgres --env REDIS_URL=redis://visitas-cache:6379 visitas-api
