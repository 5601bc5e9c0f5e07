#!/bin/sh
docker network create equipe
for papel in users orders gateway; do docker build --tag equipe/$papel --build-arg PAPEL=$papel api; done
docker run -d --name users --network equipe equipe/users
docker run -d --name orders --network equipe equipe/orders
docker run -d --name gateway --network equipe -p 80:8080 equipe/gateway
