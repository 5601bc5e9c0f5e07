#!/bin/sh
# The published port leads to a port of the gateway on which nobody listens.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create rede-porta
docker build --tag contas ../../starter/users
docker run --detach --name contas --network rede-porta contas
docker build --tag pedidos-loja ../../starter/orders
docker run --detach --name pedidos-loja --network rede-porta pedidos-loja
docker build --tag roteador ../../solution/gateway
docker run --detach --name roteador --network rede-porta --publish "$port:80" \
  --env USERS_URL=http://contas:3001 --env ORDERS_URL=http://pedidos-loja:3002 roteador
