#!/bin/sh
# The client calls over one connection that it opened at its start, and takes its end for the end. The names are those of
# the brief, so that the server may be restarted to find out.
set -eu
cd "$(dirname "$0")"
docker network create app-net
docker build --tag server ../../starter/server
docker run --detach --name server --network app-net server
docker run --detach --name client --network app-net --entrypoint node lab/node:26-dev --eval "
  const socket = require('node:net').connect(8080, 'server');
  const call = () => socket.write('GET / HTTP/1.1\\r\\nHost: server\\r\\n\\r\\n');
  setInterval(call, 200);
  socket.on('data', () => console.log('200'));
  socket.on('error', () => process.exit(1)).on('close', () => process.exit(1));
  process.once('SIGTERM', () => process.exit(0));
"
