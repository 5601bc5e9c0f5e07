#!/bin/sh
docker network create shop-net
docker build -t gabi-a a
docker build -t gabi-b b
docker run -d --name provider --network shop-net gabi-a
docker run -d --name consumer --network shop-net gabi-b
