#!/bin/sh
# There is a table, and no row in it.
set -eu
cd "$(dirname "$0")"
docker volume create dados
docker build --tag gravador writer
docker run --detach --name gravador --volume dados:/data gravador
