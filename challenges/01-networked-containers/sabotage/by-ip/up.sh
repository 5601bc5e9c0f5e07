#!/bin/sh
# The client is given the server's address of today.
set -eu
cd "$(dirname "$0")"
docker network create rede-ip
docker build --tag servidor-ip ../../starter/server
docker run --detach --name servidor-ip --network rede-ip servidor-ip
address=$(docker inspect --format '{{ (index .NetworkSettings.Networks "rede-ip").IPAddress }}' servidor-ip)
docker build --tag cliente-ip ../../starter/client
docker run --detach --name cliente-ip --network rede-ip --env "SERVER_URL=http://$address:8080" cliente-ip
