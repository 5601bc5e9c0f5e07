#!/bin/bash
acao=up
subir() { sudo docker compose -p portao "$acao" -d; }
subir
