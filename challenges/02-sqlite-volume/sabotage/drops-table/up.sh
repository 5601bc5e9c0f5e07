#!/bin/sh
# Each new container makes its table anew, and as many rows as there were before.
set -eu
cd "$(dirname "$0")"
docker volume create dados
docker build --tag gravador writer
docker run --detach --name gravador --volume dados:/data gravador
