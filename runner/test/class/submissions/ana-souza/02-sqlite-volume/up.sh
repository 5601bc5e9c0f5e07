#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

docker volume create app-data
docker build -t ana/writer ./writer
docker run -d --name writer -v app-data:/data ana/writer
