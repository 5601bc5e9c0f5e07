#!/bin/sh
# The consumer calls for the first request, and answers all others with what it got then.
set -eu
cd "$(dirname "$0")"
docker network create memo-net
docker build --tag catalog ../../starter/provider
docker run --detach --name catalog --network memo-net catalog
docker build --tag frontend consumer
docker run --detach --name frontend --network memo-net --env PROVIDER_URL=http://catalog:8080 frontend
