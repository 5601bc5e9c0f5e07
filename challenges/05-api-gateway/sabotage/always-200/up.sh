#!/bin/sh
# Whatever the service says, the client gets 200.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create net-ok
docker build --tag users-api ../../starter/users
docker run --detach --name users-api --network net-ok users-api
docker build --tag orders-api ../../starter/orders
docker run --detach --name orders-api --network net-ok orders-api
docker build --tag bff-gateway gateway
docker run --detach --name bff-gateway --network net-ok --publish "$port:8080" \
  --env USERS_URL=http://users-api:3001 --env ORDERS_URL=http://orders-api:3002 bff-gateway
