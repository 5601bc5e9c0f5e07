#!/bin/sh
# What `docker compose up` leaves behind: the right containers, with its labels on them.
set -eu
cd "$(dirname "$0")"
docker network create visitas_default
docker volume create visitas_dados
docker run --detach --name visitas-db-1 --network visitas_default --network-alias db \
  --label com.docker.compose.project=visitas --label com.docker.compose.service=db \
  --env POSTGRES_PASSWORD=segredo --volume visitas_dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name visitas-cache-1 --network visitas_default --network-alias cache \
  --label com.docker.compose.project=visitas --label com.docker.compose.service=cache lab/redis:8
docker build --tag visitas_api ../../solution/api
docker run --detach --name visitas-api-1 --network visitas_default --network-alias api \
  --label com.docker.compose.project=visitas --label com.docker.compose.service=api \
  --env DATABASE_URL=postgres://postgres:segredo@db:5432/postgres --env REDIS_URL=redis://cache:6379 visitas_api
