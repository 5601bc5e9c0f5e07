#!/bin/sh
# The data are in a folder of the host, which goes with that host.
set -eu
cd "$(dirname "$0")"
docker build --tag gravador ../../solution/writer
docker run --detach --name gravador --user 0 --volume "${TMPDIR:-/tmp}"/estaleiro-bind-mount:/data gravador
