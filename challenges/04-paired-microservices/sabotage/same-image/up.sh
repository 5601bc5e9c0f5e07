#!/bin/sh
# One image with both programs in it; the command says which of them a container runs.
set -eu
cd "$(dirname "$0")"
docker network create shop-rede
docker build --tag tudo-junto --file Dockerfile ../../starter
docker run --detach --name estoque --network shop-rede tudo-junto provider/provider.ts
docker run --detach --name carrinho --network shop-rede --env PROVIDER_URL=http://estoque:8080 tudo-junto consumer/consumer.ts
