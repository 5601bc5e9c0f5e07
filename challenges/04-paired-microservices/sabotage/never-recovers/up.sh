#!/bin/sh
# After one failed call the consumer gives up on the provider for good.
# The names are those of the brief, so that the provider may be stopped to find out.
set -eu
cd "$(dirname "$0")"
docker network create shop-net
docker build --tag provider ../../starter/provider
docker run --detach --name provider --network shop-net provider
docker build --tag consumer consumer
docker run --detach --name consumer --network shop-net --env PROVIDER_URL=http://provider:8080 consumer
