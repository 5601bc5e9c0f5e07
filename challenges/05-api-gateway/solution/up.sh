#!/bin/sh
# The reference solution: challenge 5, by hand, with the plain Docker CLI.
set -eu
cd "$(dirname "$0")"

# One network for the three: on it, they find each other by name, and nobody else comes in.
docker network create gateway-net

# The two services. Neither publishes a port: from outside, there is no way to them.
docker build --tag users users
docker run --detach --name users --network gateway-net users

docker build --tag orders orders
docker run --detach --name orders --network gateway-net orders

# The gateway, the only one with a published port: the host's 8080 leads to its own 8080. Whom to ask for what is in its
# environment.
docker build --tag gateway gateway
docker run --detach --name gateway --network gateway-net --publish 8080:8080 \
  --env USERS_URL=http://users:3001 --env ORDERS_URL=http://orders:3002 gateway
