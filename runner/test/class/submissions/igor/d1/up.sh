#!/bin/sh
# Sobe tudo com o Compose; a rede é criada antes.
set -e
docker network create rede
cd infra && docker compose -f pilha.yml up -d
