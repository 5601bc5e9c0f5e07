#!/bin/sh
# Each has a network of its own, and there is none that they share.
set -eu
cd "$(dirname "$0")"
docker network create d1-server-net
docker network create d1-client-net
docker build --tag d1-server ../../starter/server
docker run --detach --name d1-server --network d1-server-net --env PORT=5000 d1-server
docker build --tag d1-client ../../starter/client
docker run --detach --name d1-client --network d1-client-net --env SERVER_URL=http://d1-server:5000 d1-client
