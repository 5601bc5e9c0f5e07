#!/bin/sh
# The program writes into the database's file behind SQLite's back: an extra page that belongs to nothing.
set -eu
cd "$(dirname "$0")"
docker volume create dados
docker build --tag gravador writer
docker run --name gravador --volume dados:/data gravador
