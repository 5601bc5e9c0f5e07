# sobe tudo
docker network create rede-carla
docker build -t web-carla web
docker run -d --name web --network rede-carla web-carla
# o cliente fica na frente, para eu ver o que ele escreve
docker run --name cliente --network rede-carla --entrypoint sh lab/node:26-dev -c 'while :; do wget -T 2 -q -O - http://web:8000/; echo; sleep 1; done'
