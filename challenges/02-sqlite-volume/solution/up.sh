#!/bin/sh
# The reference solution: challenge 2, by hand, with the plain Docker CLI.
set -eu
cd "$(dirname "$0")"

# A volume with a name: it stays when containers go, and the name is how to find it again.
docker volume create app-data

# The program's image.
docker build --tag writer writer

# The program, with the volume where it keeps its database. Remove the container and run this again: the rows are still there.
docker run --detach --name writer --volume app-data:/data writer
