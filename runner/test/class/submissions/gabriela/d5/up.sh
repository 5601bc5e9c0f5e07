#!/bin/sh
docker network create gateway-net
docker build -t gabi-service users
docker build -t gabi-gateway gateway
docker run -d --name users --network gateway-net -e WHAT=users gabi-service
docker run -d --name orders --network gateway-net -e WHAT=orders gabi-service
docker run -d --name gateway --network gateway-net -p 8080:8080 gabi-gateway
