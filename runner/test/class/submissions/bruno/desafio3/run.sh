#!/bin/bash
# Desafio 3 - Bruno
docker network create rede3
docker volume create dados-banco
docker run -d --name banco --network rede3 -e POSTGRES_HOST_AUTH_METHOD=trust -v dados-banco:/var/lib/postgresql/data lab/postgres:17
docker run -d --name cache --network rede3 lab/redis:8
docker build -t app-bruno app
docker run -d --name app --network rede3 -p 3000:3000 -e BANCO=banco -e CACHE=cache app-bruno
