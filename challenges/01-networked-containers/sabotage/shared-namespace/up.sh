#!/bin/sh
# The client moves into the server's network namespace, where the server is on localhost: it works, without a network.
set -eu
cd "$(dirname "$0")"
docker network create rede-interna
docker build --tag api-interna ../../starter/server
docker run --detach --name api-interna --network rede-interna api-interna
docker build --tag cliente-interno ../../starter/client
docker run --detach --name cliente-interno --network container:api-interna cliente-interno
