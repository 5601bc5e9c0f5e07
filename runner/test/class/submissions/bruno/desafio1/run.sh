#!/bin/bash
# Desafio 1 - Bruno
docker network create minha-rede
docker build -t servidor-bruno servidor
docker build -t cliente-bruno cliente
docker run -d --name servidor --net minha-rede -p 5000:5000 servidor-bruno
docker run -d --name cliente --net minha-rede --restart unless-stopped cliente-bruno
docker ps
