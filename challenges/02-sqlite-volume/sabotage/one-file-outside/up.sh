#!/bin/sh
# The database is a bind mount of its own inside of the volume: only its journal would be in the volume.
set -eu
cd "$(dirname "$0")"
docker volume create dados
docker build --tag gravador ../../solution/writer
touch "${TMPDIR:-/tmp}"/estaleiro-one-file.db
docker run --detach --name gravador --user 0 --volume dados:/data --volume "${TMPDIR:-/tmp}"/estaleiro-one-file.db:/data/app.db gravador
