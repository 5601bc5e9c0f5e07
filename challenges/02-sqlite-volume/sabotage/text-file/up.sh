#!/bin/sh
# What is in the volume is called app.db, but is no SQLite database.
set -eu
cd "$(dirname "$0")"
docker volume create dados
docker build --tag gravador writer
docker run --detach --name gravador --volume dados:/data gravador
