#!/bin/bash
docker build -t igor/a a
docker run -d --name servico-a igor/a
docker run -d --name servico-b servico-b
