#!/bin/sh
# The client calls once and then sleeps: it stays up, and does nothing.
set -eu
cd "$(dirname "$0")"
docker network create rede-api
docker build --tag api ../../starter/server
docker run --detach --name api --network rede-api --env PORT=3000 api
docker run --detach --name consumidor --network rede-api --entrypoint sh lab/node:26-dev -c "
  wget -q -O - http://api:3000
  exec sleep 86400
"
