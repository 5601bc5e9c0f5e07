#!/bin/sh
# The reference solution: challenge 3, by hand, with the plain Docker CLI.
set -eu
cd "$(dirname "$0")"

# A network of your own: on it, containers find each other by name.
docker network create visits-net

# A volume with a name: what is on it stays when the container is removed.
docker volume create pg-data

# The database. Its files go onto the volume. No port is published, because only the API needs it.
docker run --detach --name postgres --network visits-net --env POSTGRES_PASSWORD=estaleiro \
  --volume pg-data:/var/lib/postgresql/data lab/postgres:17

# The cache, in the same way.
docker run --detach --name redis --network visits-net lab/redis:8

# The API: an image of your own, and the URLs of the other two in its environment. The host names are the names of their
# containers.
docker build --tag api api
docker run --detach --name api --network visits-net \
  --env DATABASE_URL=postgres://postgres:estaleiro@postgres:5432/postgres --env REDIS_URL=redis://redis:6379 api
