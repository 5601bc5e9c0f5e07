#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

docker network create app-net
docker build -t ana/server ./server
docker build -t ana/client ./client
docker run -d --name server --network app-net ana/server
docker run -d --name client --network app-net -e TARGET=http://server:8080/ ana/client
