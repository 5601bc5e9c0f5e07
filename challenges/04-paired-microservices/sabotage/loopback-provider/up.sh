#!/bin/sh
# The provider listens on its own loopback, so it hears nobody else.
set -eu
cd "$(dirname "$0")"
docker network create minha-rede
docker build --tag provedor provider
docker run --detach --name provedor --network minha-rede provedor
docker build --tag consumidor ../../starter/consumer
docker run --detach --name consumidor --network minha-rede --env PROVIDER_URL=http://provedor:8080 consumidor
