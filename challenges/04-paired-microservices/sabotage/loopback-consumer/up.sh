#!/bin/sh
# The consumer listens on its own loopback: it calls well, but nobody can ask it.
set -eu
cd "$(dirname "$0")"
docker network create minha-rede
docker build --tag provedor ../../starter/provider
docker run --detach --name provedor --network minha-rede provedor
docker build --tag consumidor consumer
docker run --detach --name consumidor --network minha-rede --env PROVIDER_URL=http://provedor:8080 consumidor
