#!/bin/sh
# The API listens on its own loopback, so it hears nobody else.
set -eu
cd "$(dirname "$0")"
docker network create eco-net
docker volume create eco-dados
docker run --detach --name eco-banco --network eco-net --env POSTGRES_PASSWORD=segredo \
  --volume eco-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name eco-redis --network eco-net lab/redis:8
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cp ../../solution/api/* "$folder"
sed -i "s/'0.0.0.0'/'127.0.0.1'/" "$folder/server.ts"
docker build --tag eco-servidor "$folder"
docker run --detach --name eco-servidor --network eco-net \
  --env DATABASE_URL=postgres://postgres:segredo@eco-banco:5432/postgres --env REDIS_URL=redis://eco-redis:6379 eco-servidor
