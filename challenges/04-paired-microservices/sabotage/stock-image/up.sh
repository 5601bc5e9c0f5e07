#!/bin/sh
# The provider's code is typed into a stock image; no image is built for it.
set -eu
cd "$(dirname "$0")"
docker network create web-net
docker run --detach --name inventory --network web-net --entrypoint node lab/node:26-dev --eval "
  const items = [{ name: 'Anchor', price: 80, stock: 2 }, { name: 'Sail cloth', price: 45, stock: 9 }];
  require('node:http').createServer((request, response) => response.end(JSON.stringify(items))).listen(3000, '0.0.0.0');
  process.once('SIGTERM', () => process.exit(0));
"
docker build --tag store ../../starter/consumer
docker run --detach --name store --network web-net --env PROVIDER_URL=http://inventory:3000 store
