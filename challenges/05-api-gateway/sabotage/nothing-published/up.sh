#!/bin/sh
# The gateway is as hidden as the services: nobody can come in.
set -eu
cd "$(dirname "$0")"
docker network create net-hidden
docker build --tag accounts ../../starter/users
docker run --detach --name accounts --network net-hidden accounts
docker build --tag orders-inner ../../starter/orders
docker run --detach --name orders-inner --network net-hidden orders-inner
docker build --tag edge-proxy ../../solution/gateway
docker run --detach --name edge-proxy --network net-hidden \
  --env USERS_URL=http://accounts:3001 --env ORDERS_URL=http://orders-inner:3002 edge-proxy
