#!/bin/sh
# The server listens on its loopback only.
docker network create app-net
docker build -t gabi-server server
docker run -d --name server --network app-net gabi-server
docker run -d --name client --network app-net --entrypoint sh lab/node:26-dev -c 'while true; do wget -T 2 -q -O - http://server:8080; sleep 1; done'
