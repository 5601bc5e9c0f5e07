#!/bin/sh
# A second container stumbles over the table that the first has made.
set -eu
cd "$(dirname "$0")"
docker volume create dados
docker build --tag gravador writer
docker run --detach --name gravador --volume dados:/data gravador
