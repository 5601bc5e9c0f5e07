#!/bin/sh
# There is a named volume, and nobody mounts it.
set -eu
cd "$(dirname "$0")"
docker volume create app-data
docker build --tag gravador ../../solution/writer
docker run --detach --name gravador --volume "${TMPDIR:-/tmp}"/estaleiro-unused-volume:/data --user 0 gravador
