#!/bin/sh
# Compose made the container.
set -eu
cd "$(dirname "$0")"
docker volume create dados
docker build --tag gravador ../../solution/writer
docker run --detach --name gravador --volume dados:/data \
  --label com.docker.compose.project=meu-projeto --label com.docker.compose.service=gravador gravador
