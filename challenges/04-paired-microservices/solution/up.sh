#!/bin/sh
# The reference solution: challenge 4, by hand, with the plain Docker CLI.
set -eu
cd "$(dirname "$0")"

# A network of your own: on it, containers find each other by name.
docker network create shop-net

# The provider: build its image from its own folder, then run it in the background on the network.
docker build --tag provider provider
docker run --detach --name provider --network shop-net provider

# The consumer: another program, another image. It is told by its environment where the provider is.
docker build --tag consumer consumer
docker run --detach --name consumer --network shop-net --env PROVIDER_URL=http://provider:8080 consumer
