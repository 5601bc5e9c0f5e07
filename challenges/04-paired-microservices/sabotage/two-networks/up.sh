#!/bin/sh
# The consumer is on two networks, the provider on a third: there is none that they share.
set -eu
cd "$(dirname "$0")"
docker network create rede-interna
docker network create rede-externa
docker network create rede-dados
docker build --tag catalogo ../../starter/provider
docker run --detach --name catalogo --network rede-dados catalogo
docker build --tag loja ../../starter/consumer
docker run --detach --name loja --network rede-externa --env PROVIDER_URL=http://catalogo:8080 loja
docker network connect rede-interna loja
