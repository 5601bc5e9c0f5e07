#!/bin/sh
docker network create minha-rede
yes "subindo os containers, aguarde"
