docker volume create compras
docker build -t gravador gravador
docker run --rm -v compras:/var/base gravador
docker run --rm -v compras:/var/base gravador
