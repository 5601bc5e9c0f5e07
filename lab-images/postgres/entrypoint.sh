#!/bin/bash
# Makes a new database cluster where PGDATA has none, then becomes the server; or any other command given instead.
#
# The cluster grows in a folder of its own inside PGDATA and moves to its place when it is whole: a first start that was
# interrupted, or whose scripts failed, begins anew at the next one.
set -euo pipefail
shopt -s dotglob nullglob

fail() {
  printf 'lab/postgres: %s\n' "$@" >&2
  exit 1
}
say() { printf 'lab/postgres: %s\n' "$*" >&2; }

# The variable's value from the file that the variable of the same name with _FILE names, where that is set.
from_file() {
  local name=$1 file=$1_FILE
  [[ -n ${!file:-} ]] || return 0
  [[ -z ${!name:-} ]] || fail "$name and $file are both set: leave one of them out."
  [[ -r ${!file} ]] || fail "$file is ${!file}, which is not there or cannot be read."
  export "$name=$(<"${!file}")"
}

read_settings() {
  local name
  for name in POSTGRES_PASSWORD POSTGRES_USER POSTGRES_DB; do from_file "$name"; done
  export POSTGRES_USER=${POSTGRES_USER:-postgres}
  export POSTGRES_DB=${POSTGRES_DB:-$POSTGRES_USER}
  method=${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}
  [[ -n ${POSTGRES_PASSWORD:-} || $method == trust ]] || fail \
    'a new database needs a password for its superuser, and POSTGRES_PASSWORD is not set. For example:' \
    '  docker run -e POSTGRES_PASSWORD=secret lab/postgres:17' \
    'Without a password, for anyone on its networks: -e POSTGRES_HOST_AUTH_METHOD=trust'
}

# PGDATA must be there, ours, and empty but for what a file system itself puts there.
claim_folder() {
  local entry
  mkdir -p "$place" 2>/dev/null || true
  [[ -d $place && -O $place ]] || fail \
    "$place must belong to user $EUID, as whom PostgreSQL runs here, and does not." \
    'A named volume does without further ado: -v pgdata:/var/lib/postgresql/data' \
    "A folder of the host is handed over with: chown $EUID FOLDER"
  chmod 700 "$place"
  rm -rf "$growing"
  for entry in "$place"/*; do
    [[ ${entry##*/} == lost+found ]] || fail "$place has no database, but is not empty either: ${entry##*/} is there."
  done
}

make_cluster() {
  local args=() said
  eval "args=(${POSTGRES_INITDB_ARGS:-})"
  local options=(--username="$POSTGRES_USER" --encoding=UTF8 --auth-local=trust --auth-host="$method")
  options+=(--set listen_addresses='*')
  say "creating the database cluster in $place"
  if [[ -n ${POSTGRES_PASSWORD:-} ]]; then
    said=$(initdb "${options[@]}" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") "${args[@]}" 2>&1) || fail "$said"
  else
    say 'without a password: whoever reaches this container is let in'
    said=$(initdb "${options[@]}" "${args[@]}" 2>&1) || fail "$said"
  fi
  printf '\n# From other containers and machines.\nhost all all all %s\n' "$method" >>"$PGDATA/pg_hba.conf"
}

# In single-user mode, which is quicker than a server.
make_database() {
  [[ $POSTGRES_DB != postgres ]] || return 0
  local said
  said=$(postgres --single -j -c exit_on_error=on template1 2>&1 \
    <<<"CREATE DATABASE \"${POSTGRES_DB//\"/\"\"}\";"$'\n') || fail "$said"
}

# Nobody else reaches this server: it listens on no address, and its socket is not where clients look for one.
run_scripts() {
  local files=(/docker-entrypoint-initdb.d/*) file
  [[ ${#files[@]} -gt 0 ]] || return 0
  # A lock of a start that was killed would name a process that may be another one now.
  rm -rf "$socket"
  mkdir "$socket"
  export PGHOST=$socket
  pg_ctl --silent --wait --options="-c listen_addresses= -c unix_socket_directories=$socket" start
  for file in "${files[@]}"; do run_script "$file"; done
  pg_ctl --silent --wait --mode=fast stop
  unset PGHOST
  rm -rf "$socket"
}

run_script() {
  local psql=(psql --no-psqlrc --no-password --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB")
  case $1 in
    *.sh | *.sql | *.sql.gz) say "running $1" ;;
    *) say "leaving out $1: only *.sh, *.sql and *.sql.gz are run" ;;
  esac
  case $1 in
    # One that may not be executed is for this shell, but what it sets is not.
    *.sh) if [[ -x $1 ]]; then "$1"; else (shopt -u dotglob nullglob && . "$1"); fi ;;
    *.sql) "${psql[@]}" --file="$1" ;;
    *.sql.gz) gunzip -c "$1" | "${psql[@]}" ;;
  esac
}

# PG_VERSION last: where it is, the cluster is whole.
move_in() {
  local entry
  for entry in "$grown"/*; do
    [[ ${entry##*/} == PG_VERSION ]] || mv "$entry" "$place/"
  done
  [[ ! -e $grown/PG_VERSION ]] || mv "$grown/PG_VERSION" "$place/"
  rmdir "$grown"
}

give_up() {
  local code=$?
  trap - EXIT
  pg_ctl --silent --wait --mode=immediate stop >/dev/null 2>&1 || true
  rm -rf "$growing"
  say 'the database was not created; the next start tries again from the beginning'
  exit "$code"
}

initialise() {
  read_settings
  claim_folder
  export PGDATA=$growing
  trap give_up EXIT
  # As process 1, this shell would otherwise ignore them.
  trap 'exit 143' INT TERM
  make_cluster
  make_database
  run_scripts
  mv "$growing" "$grown"
  trap - EXIT INT TERM
  export PGDATA=$place
  move_in
}

case ${1:-} in
  '' | -*) set -- postgres "$@" ;;
esac
[[ $1 == postgres ]] || exec "$@"
case ${2:-} in
  -V | --version | -\? | --help | --describe-config | -C | --single) exec "$@" ;;
esac
[[ $EUID -ne 0 ]] || fail 'PostgreSQL does not run as root: leave --user out.'

umask 077
place=$PGDATA
growing=$place/.growing
grown=$place/.grown
socket=/run/postgresql/first-start
if [[ -d $grown ]]; then move_in; fi
if [[ ! -s $place/PG_VERSION ]]; then initialise; fi
exec "$@"
