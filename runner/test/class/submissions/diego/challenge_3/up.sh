#!/bin/sh
set -e
docker network create loja
docker run -d --name postgres --network loja -e POSTGRES_PASSWORD=segredo lab/postgres:17
docker run -d --name redis --network loja lab/redis:8
docker build -t api api
docker run -d --name api --network loja api
