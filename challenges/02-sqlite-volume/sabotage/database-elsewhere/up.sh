#!/bin/sh
# The volume is mounted at one place, and the database is at another.
set -eu
cd "$(dirname "$0")"
docker volume create dados
docker build --tag gravador ../../solution/writer
docker run --detach --name gravador --volume dados:/data --env DATABASE=/tmp/app.db gravador
