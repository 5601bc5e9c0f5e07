#!/bin/sh
# A named volume, but one folder too high for version 17: the image’s own volume, without a name, lies over it.
set -eu
cd "$(dirname "$0")"
docker network create alto-net
docker volume create alto-dados
docker run --detach --name alto-banco --network alto-net --env POSTGRES_PASSWORD=segredo \
  --volume alto-dados:/var/lib/postgresql lab/postgres:17
docker run --detach --name alto-cache --network alto-net lab/redis:8
docker build --tag alto-servico ../../solution/api
docker run --detach --name alto-servico --network alto-net \
  --env DATABASE_URL=postgres://postgres:segredo@alto-banco:5432/postgres --env REDIS_URL=redis://alto-cache:6379 alto-servico
