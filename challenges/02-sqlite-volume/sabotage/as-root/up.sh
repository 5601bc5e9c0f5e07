#!/bin/sh
# The program runs as root.
set -eu
cd "$(dirname "$0")"
docker volume create dados
docker build --tag gravador ../../solution/writer
docker run --detach --name gravador --user 0 --volume dados:/data gravador
