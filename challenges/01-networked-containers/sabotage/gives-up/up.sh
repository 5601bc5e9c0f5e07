#!/bin/sh
# The client takes the first failed request for the end. The names are those of the brief, so that the server may be
# restarted to find out.
set -eu
cd "$(dirname "$0")"
docker network create app-net
docker build --tag server ../../starter/server
docker run --detach --name server --network app-net server
docker run --detach --name client --network app-net --entrypoint node lab/node:26-dev --eval "
  const call = async () => {
    const response = await fetch('http://server:8080', { headers: { connection: 'close' } });
    console.log(response.status);
    setTimeout(call, 100);
  };
  process.on('unhandledRejection', () => process.exit(1));
  call();
  process.once('SIGTERM', () => process.exit(0));
"
