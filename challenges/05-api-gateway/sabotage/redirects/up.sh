#!/bin/sh
# The gateway sends the client to the services' published ports instead of asking them itself.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create rede-desvio
docker build --tag servico-usuarios ../../starter/users
docker run --detach --name servico-usuarios --network rede-desvio --publish "$((port + 1)):3001" servico-usuarios
docker build --tag servico-pedidos ../../starter/orders
docker run --detach --name servico-pedidos --network rede-desvio --publish "$((port + 2)):3002" servico-pedidos
docker build --tag gateway-desvio gateway
docker run --detach --name gateway-desvio --network rede-desvio --publish "$port:8080" \
  --env "USERS_PORT=$((port + 1))" --env "ORDERS_PORT=$((port + 2))" gateway-desvio
