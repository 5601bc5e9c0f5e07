#!/bin/sh
# Orders is on a network of its own, where nobody else is.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create rede-loja
docker network create rede-pedidos
docker build --tag usuarios ../../starter/users
docker run --detach --name usuarios --network rede-loja usuarios
docker build --tag pedidos ../../starter/orders
docker run --detach --name pedidos --network rede-pedidos pedidos
docker build --tag portao ../../solution/gateway
docker run --detach --name portao --network rede-loja --publish "$port:8080" \
  --env USERS_URL=http://usuarios:3001 --env ORDERS_URL=http://pedidos:3002 portao
