#!/bin/sh
docker network create --driver bridge --subnet 10.99.0.0/24 equipe
docker build --tag equipe/web .
docker run --detach --name web --network equipe --network-alias pagina equipe/web
docker run --detach --name chamador --network equipe --entrypoint bash lab/node:26-dev -c '
  while sleep 1; do
    exec 3<>/dev/tcp/pagina/3333 && printf "GET / HTTP/1.0\r\n\r\n" >&3 && cat <&3
  done'
