#!/bin/sh
# What `docker compose up` leaves behind: the right containers, with its labels on them.
set -eu
cd "$(dirname "$0")"
docker network create desafio_default
docker build --tag desafio-server ../../starter/server
docker run --detach --name desafio-server-1 --network desafio_default --network-alias server \
  --label com.docker.compose.project=desafio --label com.docker.compose.service=server desafio-server
docker build --tag desafio-client ../../starter/client
docker run --detach --name desafio-client-1 --network desafio_default --network-alias client \
  --label com.docker.compose.project=desafio --label com.docker.compose.service=client \
  --env SERVER_URL=http://server:8080 desafio-client
