#!/bin/sh
# The consumer has a copy of the products in its code, and never calls.
set -eu
cd "$(dirname "$0")"
docker network create copia-net
docker build --tag fornecedor ../../starter/provider
docker run --detach --name fornecedor --network copia-net fornecedor
docker build --tag vitrine consumer
docker run --detach --name vitrine --network copia-net --env PROVIDER_URL=http://fornecedor:8080 vitrine
