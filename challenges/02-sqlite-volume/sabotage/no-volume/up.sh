#!/bin/sh
# No volume at all.
set -eu
cd "$(dirname "$0")"
docker build --tag gravador ../../solution/writer
docker run --detach --name gravador gravador
