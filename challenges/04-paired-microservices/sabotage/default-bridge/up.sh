#!/bin/sh
# No network is created: both are on the default `bridge`, and the consumer is given an address.
set -eu
cd "$(dirname "$0")"
docker build --tag produtos ../../starter/provider
docker run --detach --name produtos produtos
address=$(docker inspect --format '{{ .NetworkSettings.IPAddress }}' produtos)
docker build --tag pedidos ../../starter/consumer
docker run --detach --name pedidos --env "PROVIDER_URL=http://$address:8080" pedidos
