#!/bin/sh
# The gateway puts the services' answers into boxes of its own.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create net-box
docker build --tag user-svc ../../starter/users
docker run --detach --name user-svc --network net-box user-svc
docker build --tag orders-svc ../../starter/orders
docker run --detach --name orders-svc --network net-box orders-svc
docker build --tag gw gateway
docker run --detach --name gw --network net-box --publish "$port:8080" \
  --env USERS_URL=http://user-svc:3001 --env ORDERS_URL=http://orders-svc:3002 gw
