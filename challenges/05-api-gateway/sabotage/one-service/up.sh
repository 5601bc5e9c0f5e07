#!/bin/sh
# Both paths lead to users.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create rede-um
docker build --tag usuario ../../starter/users
docker run --detach --name usuario --network rede-um usuario
docker build --tag pedido ../../starter/orders
docker run --detach --name pedido --network rede-um pedido
docker build --tag entrada gateway
docker run --detach --name entrada --network rede-um --publish "$port:8080" \
  --env USERS_URL=http://usuario:3001 --env ORDERS_URL=http://pedido:3002 entrada
