#!/bin/sh
# The client takes the first failed request for the end. The names are those of the brief, so that the server may be
# restarted to find out.
set -eu
cd "$(dirname "$0")"
docker network create app-net
docker build --tag server ../../starter/server
docker run --detach --name server --network app-net server
docker run --detach --name client --network app-net --entrypoint node lab/node:26-dev --eval "
  const call = () => fetch('http://server:8080', { headers: { connection: 'close' } });
  setInterval(() => call().then(response => console.log(response.status), () => process.exit(1)), 200);
  process.once('SIGTERM', () => process.exit(0));
"
