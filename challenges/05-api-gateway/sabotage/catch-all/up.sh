#!/bin/sh
# Whatever nobody serves gets a friendly page, and 200.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create net-all
docker build --tag clientes ../../starter/users
docker run --detach --name clientes --network net-all clientes
docker build --tag pedidos ../../starter/orders
docker run --detach --name pedidos --network net-all pedidos
docker build --tag front-proxy gateway
docker run --detach --name front-proxy --network net-all --publish "$port:8080" \
  --env USERS_URL=http://clientes:3001 --env ORDERS_URL=http://pedidos:3002 front-proxy
