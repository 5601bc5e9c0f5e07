#!/bin/sh
docker volume create app-data
docker build -t gabi-app app
docker run -d --name writer -v app-data:/data gabi-app
