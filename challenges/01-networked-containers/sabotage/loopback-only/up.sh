#!/bin/sh
# The server listens on its own loopback, so it hears nobody else.
set -eu
cd "$(dirname "$0")"
docker network create minha-rede
docker build --tag meu-servidor server
docker run --detach --name meu-servidor --network minha-rede meu-servidor
docker build --tag meu-cliente ../../starter/client
docker run --detach --name meu-cliente --network minha-rede --env SERVER_URL=http://meu-servidor:8080 meu-cliente
