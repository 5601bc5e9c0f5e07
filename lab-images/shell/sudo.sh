#!/bin/bash -p
# Whoever may speak to the engine needs no other user here: the command is run as it is.
while [ $# -gt 0 ]; do
  case $1 in
    -u | -g | -h | -p | -C | -T | --user | --group) shift 2 ;;
    -*) shift ;;
    *=*) export "${1?}" && shift ;;
    *) break ;;
  esac
done
[ "${1:-}" != docker-compose ] || set -- docker compose "${@:2}"
[ $# -eq 0 ] || exec "$@"
