#!/bin/sh
# What `docker compose up` leaves behind: the right containers, with its labels on them.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create loja_default
docker build --tag loja-users-1 ../../starter/users
docker run --detach --name loja-users-1 --network loja_default --label com.docker.compose.project=loja loja-users-1
docker build --tag loja-orders-1 ../../starter/orders
docker run --detach --name loja-orders-1 --network loja_default --label com.docker.compose.project=loja loja-orders-1
docker build --tag loja-gateway-1 ../../solution/gateway
docker run --detach --name loja-gateway-1 --network loja_default --publish "$port:8080" \
  --label com.docker.compose.project=loja \
  --env USERS_URL=http://loja-users-1:3001 --env ORDERS_URL=http://loja-orders-1:3002 loja-gateway-1
