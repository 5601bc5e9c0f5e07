#!/bin/sh
# Three calls within a moment, and then nothing more.
set -eu
cd "$(dirname "$0")"
docker network create burst-net
docker build --tag burst-api ../../starter/server
docker run --detach --name burst-api --network burst-net burst-api
docker run --detach --name burst-client --network burst-net --entrypoint node lab/node:26-dev --eval "
  for (const turn of [1, 2, 3]) fetch('http://burst-api:8080').then(() => console.log('answer', turn));
  setInterval(() => {}, 60_000);
  process.once('SIGTERM', () => process.exit(0));
"
