#!/bin/sh
# The reference solution: challenge 1, by hand, with the plain Docker CLI.
set -eu
cd "$(dirname "$0")"

# A network of your own: on it, containers find each other by name.
docker network create app-net

# The server: build its image from the folder `server`, then run it in the background on the network.
# No port is published, because nobody outside the network needs it.
docker build --tag server server
docker run --detach --name server --network app-net server

# The client, in the same way, with the URL to call in its environment: the host name is the other container's name.
docker build --tag client client
docker run --detach --name client --network app-net --env SERVER_URL=http://server:8080 client
