#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

docker network create gateway-net
for service in users orders gateway; do
  docker build -t "ana/$service" "./$service"
done
docker run -d --name users --network gateway-net ana/users
docker run -d --name orders --network gateway-net ana/orders
docker run -d --name gateway --network gateway-net -p 8080:8080 ana/gateway
