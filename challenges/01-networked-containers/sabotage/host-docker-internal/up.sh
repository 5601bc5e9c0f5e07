#!/bin/sh
# The client asks the host for the server, through the published port.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create hdi-net
docker build --tag hdi-api ../../starter/server
docker run --detach --name hdi-api --network hdi-net --publish "$port:8080" hdi-api
docker build --tag hdi-worker ../../starter/client
docker run --detach --name hdi-worker --network hdi-net --add-host host.docker.internal:host-gateway \
  --env "SERVER_URL=http://host.docker.internal:$port" hdi-worker
