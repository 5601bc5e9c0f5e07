#!/bin/sh
docker network create minha-rede
echo "esperando tudo subir..."
sleep 100000
