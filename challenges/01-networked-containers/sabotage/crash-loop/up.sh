#!/bin/sh
# The client's program has a syntax error (a bracket is missing), and Docker starts it again and again.
set -eu
cd "$(dirname "$0")"
docker network create crash-net
docker build --tag crash-server ../../starter/server
docker run --detach --name crash-server --network crash-net crash-server
docker run --detach --name crash-client --network crash-net --restart always --entrypoint node lab/node:26-dev --eval "
  setInterval(() => fetch('http://crash-server:8080').then(console.log), 2000;
"
