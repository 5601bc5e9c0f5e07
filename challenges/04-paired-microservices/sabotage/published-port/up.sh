#!/bin/sh
# The consumer takes the detour: out to the host (the network's gateway), and in again through the published port.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create pub-net
docker build --tag inventario ../../starter/provider
docker run --detach --name inventario --network pub-net --publish "$port:3000" --env PORT=3000 inventario
gateway=$(docker network inspect --format '{{ (index .IPAM.Config 0).Gateway }}' pub-net)
docker build --tag loja ../../starter/consumer
docker run --detach --name loja --network pub-net --env "PROVIDER_URL=http://$gateway:$port" loja
