#!/bin/sh
# The volume has no name, so the next container gets another one.
set -eu
cd "$(dirname "$0")"
docker build --tag gravador ../../solution/writer
docker run --detach --name gravador --volume /data gravador
