#!/bin/sh
# Becomes `redis-server` with the options given, or any other command that is given instead.
set -eu

case ${1:-} in
  '' | -* | *.conf) set -- redis-server "$@" ;;
esac
[ "$1" = redis-server ] || exec "$@"
shift

case ${1:-} in
  -v | --version | -h | --help | --test-memory | --check-system) exec redis-server "$@" ;;
esac

# A configuration file comes first, before the options; `-` is standard input.
config=
case ${1:-} in
  '' | --*) ;;
  *) config=$1 && shift ;;
esac

# Protected mode refuses everyone but this container itself as long as there is no password. On a network of containers
# that helps nobody, so it is off unless the file has a word on it; an option does anyway, because the last one counts.
if [ -f "$config" ]; then
  while read -r name _; do
    if [ "$name" = protected-mode ]; then exec redis-server "$config" "$@"; fi
  done <"$config"
fi
exec redis-server ${config:+"$config"} --protected-mode no "$@"
