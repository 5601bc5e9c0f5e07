#!/bin/sh
# Users has a published port of its own, past the gateway.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create net-pub
docker build --tag users-service ../../starter/users
docker run --detach --name users-service --network net-pub --publish 127.0.0.1::3001 users-service
docker build --tag orders-service ../../starter/orders
docker run --detach --name orders-service --network net-pub orders-service
docker build --tag api-gateway ../../solution/gateway
docker run --detach --name api-gateway --network net-pub --publish "$port:8080" \
  --env USERS_URL=http://users-service:3001 --env ORDERS_URL=http://orders-service:3002 api-gateway
