#!/bin/sh
# A stock image under another name is still a stock image.
set -eu
cd "$(dirname "$0")"
docker network create srv-net
docker tag lab/node:26-dev my-own-srv:1.0
docker run --detach --name my-srv --network srv-net --entrypoint node my-own-srv:1.0 --eval "
  require('node:http').createServer((request, response) => response.end('hello')).listen(9000, '0.0.0.0');
  process.once('SIGTERM', () => process.exit(0));
"
docker build --tag my-caller ../../starter/client
docker run --detach --name my-caller --network srv-net --env SERVER_URL=http://my-srv:9000 my-caller
