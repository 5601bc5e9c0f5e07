#!/bin/sh
# The client takes the detour: out to the host (the network's gateway), and in again through the published port.
set -eu
cd "$(dirname "$0")"
port=${LAB_TEST_PORT:-18080}
docker network create pub-net
docker build --tag pub-server ../../starter/server
docker run --detach --name pub-server --network pub-net --publish "$port:3000" --env PORT=3000 pub-server
gateway=$(docker network inspect --format '{{ (index .IPAM.Config 0).Gateway }}' pub-net)
docker build --tag pub-client ../../starter/client
docker run --detach --name pub-client --network pub-net --env "SERVER_URL=http://$gateway:$port" pub-client
