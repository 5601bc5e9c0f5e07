#!/bin/sh
# The API is given the database’s address of today.
set -eu
cd "$(dirname "$0")"
docker network create rede-ip
docker volume create ip-dados
docker run --detach --name ip-banco --network rede-ip --env POSTGRES_PASSWORD=segredo \
  --volume ip-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name ip-cache --network rede-ip lab/redis:8
address=$(docker inspect --format '{{ (index .NetworkSettings.Networks "rede-ip").IPAddress }}' ip-banco)
docker build --tag ip-servidor ../../solution/api
docker run --detach --name ip-servidor --network rede-ip \
  --env "DATABASE_URL=postgres://postgres:segredo@$address:5432/postgres" --env REDIS_URL=redis://ip-cache:6379 ip-servidor
