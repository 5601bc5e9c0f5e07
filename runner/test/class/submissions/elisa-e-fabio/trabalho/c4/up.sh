#!/bin/sh
docker network create equipe
docker build --tag equipe/origem origem
docker build --tag equipe/destino destino
docker run --detach --init --name provedor --network equipe equipe/origem
docker run --detach --init --name consumidor --network equipe equipe/destino
