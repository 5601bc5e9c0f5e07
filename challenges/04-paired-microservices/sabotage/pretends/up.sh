#!/bin/sh
# Where the provider does not answer, the consumer says 200, with an apology for a page.
# The names are those of the brief, so that the provider may be stopped to find out.
set -eu
cd "$(dirname "$0")"
docker network create shop-net
docker build --tag provider ../../starter/provider
docker run --detach --name provider --network shop-net provider
docker build --tag consumer consumer
docker run --detach --name consumer --network shop-net --env PROVIDER_URL=http://provider:8080 consumer
