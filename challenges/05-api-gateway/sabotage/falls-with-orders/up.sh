#!/bin/sh
# A call that fails is an error that nobody catches: the gateway falls over.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create gateway-net
docker build --tag users ../../starter/users
docker run --detach --name users --network gateway-net users
docker build --tag orders ../../starter/orders
docker run --detach --name orders --network gateway-net orders
docker build --tag gateway gateway
docker run --detach --name gateway --network gateway-net --publish "$port:8080" \
  --env USERS_URL=http://users:3001 --env ORDERS_URL=http://orders:3002 gateway
