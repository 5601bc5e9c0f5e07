#!/bin/sh
# The client's /etc/hosts carries the server's address of today: a name, but one that never changes with the container.
set -eu
cd "$(dirname "$0")"
docker network create rede-hosts
docker build --tag app-servidor ../../starter/server
docker run --detach --name app-servidor --network rede-hosts app-servidor
address=$(docker inspect --format '{{ (index .NetworkSettings.Networks "rede-hosts").IPAddress }}' app-servidor)
docker build --tag app-cliente ../../starter/client
docker run --detach --name app-cliente --network rede-hosts --add-host "app-servidor:$address" \
  --env SERVER_URL=http://app-servidor:8080 app-cliente
