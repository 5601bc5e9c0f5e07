#!/bin/sh
# Each new container throws the database away and begins anew.
set -eu
cd "$(dirname "$0")"
docker volume create dados
docker build --tag gravador writer
docker run --detach --name gravador --volume dados:/data gravador
