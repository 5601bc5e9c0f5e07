#!/bin/sh
# The client's program has no loop: it calls once, and its container ends with it.
set -eu
cd "$(dirname "$0")"
docker network create once-net
docker build --tag backend ../../starter/server
docker run --detach --name backend --network once-net backend
docker run --detach --name caller --network once-net --entrypoint node lab/node:26-dev --eval "
  fetch('http://backend:8080').then(response => response.text()).then(console.log);
"
