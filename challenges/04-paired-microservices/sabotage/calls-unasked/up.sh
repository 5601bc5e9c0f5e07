#!/bin/sh
# The consumer fetches the products again and again on its own, and answers requests from its memory.
set -eu
cd "$(dirname "$0")"
docker network create loop-net
docker build --tag prices ../../starter/provider
docker run --detach --name prices --network loop-net prices
docker build --tag report consumer
docker run --detach --name report --network loop-net --env PROVIDER_URL=http://prices:8080 report
