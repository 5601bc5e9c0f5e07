#!/bin/sh
# No network is created: both are on the default `bridge`, where Docker answers no questions about names.
set -eu
cd "$(dirname "$0")"
docker build --tag servidor ../../starter/server
docker run --detach --name servidor servidor
docker build --tag cliente ../../starter/client
docker run --detach --name cliente --env SERVER_URL=http://servidor:8080 cliente
