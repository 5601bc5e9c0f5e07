#!/bin/sh
# The consumer calls the provider and throws away what it says.
set -eu
cd "$(dirname "$0")"
docker network create rede-surda
docker build --tag precos ../../starter/provider
docker run --detach --name precos --network rede-surda precos
docker build --tag relatorio consumer
docker run --detach --name relatorio --network rede-surda --env PROVIDER_URL=http://precos:8080 relatorio
