#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

docker network create shop-net
docker build -t ana/inventory ./inventory
docker build -t ana/shop ./shop
docker run -d --name provider --network shop-net ana/inventory
docker run -d --name consumer --network shop-net -e PROVIDER_URL=http://provider:8080 ana/shop
