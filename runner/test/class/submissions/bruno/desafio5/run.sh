#!/bin/bash
# Desafio 5 - Bruno
docker network create rede5
docker build -t usuarios usuarios
docker build -t pedidos pedidos
docker build -t portao portao
docker run -d --name usuarios --network rede5 usuarios
docker run -d --name pedidos --network rede5 pedidos
docker run -d --name gateway --network rede5 -p 9000:9000 -e URL_USUARIOS=http://usuarios:7001 -e URL_PEDIDOS=http://pedidos:7002 portao
echo "abra http://localhost:9000/usuarios"
