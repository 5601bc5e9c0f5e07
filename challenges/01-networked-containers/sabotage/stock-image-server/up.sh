#!/bin/sh
# The server's code is typed into a stock image; no image is built for it.
set -eu
cd "$(dirname "$0")"
docker network create web-net
docker run --detach --name web --network web-net --entrypoint node lab/node:26-dev --eval "
  require('node:http').createServer((request, response) => response.end('hello')).listen(3000, '0.0.0.0');
  process.once('SIGTERM', () => process.exit(0));
"
docker build --tag web-client ../../starter/client
docker run --detach --name web-client --network web-net --env SERVER_URL=http://web:3000 web-client
