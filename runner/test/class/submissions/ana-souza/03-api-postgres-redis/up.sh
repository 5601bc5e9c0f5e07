#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

docker network create visits-net
docker volume create pg-data
docker run -d --name postgres --network visits-net -v pg-data:/var/lib/postgresql/data \
  -e POSTGRES_HOST_AUTH_METHOD=trust lab/postgres:17
docker run -d --name redis --network visits-net lab/redis:8
docker build -t ana/api ./api
docker run -d --name api --network visits-net -e DATABASE_HOST=postgres -e CACHE_HOST=redis ana/api
