#!/bin/sh
# What `docker compose up` leaves behind: the right containers, with its labels on them.
set -eu
cd "$(dirname "$0")"
docker network create desafio_default
docker build --tag desafio-provider ../../starter/provider
docker run --detach --name desafio-provider-1 --network desafio_default --network-alias provider \
  --label com.docker.compose.project=desafio --label com.docker.compose.service=provider desafio-provider
docker build --tag desafio-consumer ../../starter/consumer
docker run --detach --name desafio-consumer-1 --network desafio_default --network-alias consumer \
  --label com.docker.compose.project=desafio --label com.docker.compose.service=consumer \
  --env PROVIDER_URL=http://provider:8080 desafio-consumer
