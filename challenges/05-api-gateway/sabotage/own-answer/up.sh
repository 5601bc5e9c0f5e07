#!/bin/sh
# The gateway knows the users by heart, and never asks.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create rede-memoria
docker build --tag meus-usuarios ../../starter/users
docker run --detach --name meus-usuarios --network rede-memoria meus-usuarios
docker build --tag meus-pedidos ../../starter/orders
docker run --detach --name meus-pedidos --network rede-memoria meus-pedidos
docker build --tag meu-gateway gateway
docker run --detach --name meu-gateway --network rede-memoria --publish "$port:8080" \
  --env USERS_URL=http://meus-usuarios:3001 --env ORDERS_URL=http://meus-pedidos:3002 meu-gateway
