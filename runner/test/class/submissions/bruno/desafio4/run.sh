#!/bin/bash
# Desafio 4 - Bruno
docker network create rede4
docker build -t servico-a servico-a
docker build -t servico-b servico-b
docker run -d --name servico-a --network rede4 servico-a
docker run -d --name servico-b --network rede4 -p 4002:4002 servico-b
