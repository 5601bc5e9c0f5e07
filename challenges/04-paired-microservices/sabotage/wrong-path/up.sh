#!/bin/sh
# The consumer asks for a path that the provider does not have, and does not notice.
set -eu
cd "$(dirname "$0")"
docker network create rede-torta
docker build --tag catalogo ../../starter/provider
docker run --detach --name catalogo --network rede-torta catalogo
docker build --tag resumo consumer
docker run --detach --name resumo --network rede-torta --env PROVIDER_URL=http://catalogo:8080 resumo
