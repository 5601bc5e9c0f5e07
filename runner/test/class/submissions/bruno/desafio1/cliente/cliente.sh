#!/bin/sh
# chama o servidor para sempre
while true; do
  date
  wget -q -O - http://servidor:5000/ || echo "servidor fora do ar"
  sleep 2
done
