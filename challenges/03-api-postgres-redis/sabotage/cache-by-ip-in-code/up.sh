#!/bin/sh
# The cache’s address of today is written in the program, where no setting shows it.
set -eu
cd "$(dirname "$0")"
docker network create fixo-net
docker volume create fixo-dados
docker run --detach --name fixo-banco --network fixo-net --env POSTGRES_PASSWORD=segredo \
  --volume fixo-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name fixo-cache --network fixo-net lab/redis:8
address=$(docker inspect --format '{{ (index .NetworkSettings.Networks "fixo-net").IPAddress }}' fixo-cache)
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cp ../../solution/api/* "$folder"
sed -i "s/'redis:.*'/'redis:\/\/$address:6379'/" "$folder/server.ts"
docker build --tag fixo-servico "$folder"
docker run --detach --name fixo-servico --network fixo-net \
  --env DATABASE_URL=postgres://postgres:segredo@fixo-banco:5432/postgres fixo-servico
