docker network create feira
docker build -t catalogo catalogo
docker build -t vitrine vitrine
docker run --name catalogo --network feira catalogo
docker run --name vitrine --network feira vitrine
