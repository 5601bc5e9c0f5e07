#!/bin/sh
# The consumer asks the host for the provider, through the published port.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create hdi-net
docker build --tag hdi-catalog ../../starter/provider
docker run --detach --name hdi-catalog --network hdi-net --publish "$port:8080" hdi-catalog
docker build --tag hdi-orders ../../starter/consumer
docker run --detach --name hdi-orders --network hdi-net --add-host host.docker.internal:host-gateway \
  --env "PROVIDER_URL=http://host.docker.internal:$port" hdi-orders
