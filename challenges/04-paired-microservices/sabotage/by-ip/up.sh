#!/bin/sh
# The consumer is given the provider's address of today.
set -eu
cd "$(dirname "$0")"
docker network create rede-ip
docker build --tag estoque ../../starter/provider
docker run --detach --name estoque --network rede-ip estoque
address=$(docker inspect --format '{{ (index .NetworkSettings.Networks "rede-ip").IPAddress }}' estoque)
docker build --tag pedidos ../../starter/consumer
docker run --detach --name pedidos --network rede-ip --env "PROVIDER_URL=http://$address:8080" pedidos
