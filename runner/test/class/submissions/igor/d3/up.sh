#!/bin/bash
docker build -t igor/api api
docker run -d --name api igor/api
