#!/bin/sh
# The consumer's /etc/hosts carries the provider's address of today: a name, but one that never changes with the container.
set -eu
cd "$(dirname "$0")"
docker network create rede-hosts
docker build --tag produtos ../../starter/provider
docker run --detach --name produtos --network rede-hosts produtos
address=$(docker inspect --format '{{ (index .NetworkSettings.Networks "rede-hosts").IPAddress }}' produtos)
docker build --tag pedidos ../../starter/consumer
docker run --detach --name pedidos --network rede-hosts --add-host "produtos:$address" \
  --env PROVIDER_URL=http://produtos:8080 pedidos
