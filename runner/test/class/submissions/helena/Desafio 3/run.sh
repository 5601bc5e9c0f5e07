#!/bin/bash
docker network create helena-net
docker volume create helena-dados
docker build -t helena-servico servico
docker run -d --name redis --net helena-net lab/redis:8
docker run -d --name postgres --net helena-net -e POSTGRES_HOST_AUTH_METHOD=trust -v helena-dados:/var/lib/postgresql/data lab/postgres:17
docker run -d --name api --net helena-net helena-servico
