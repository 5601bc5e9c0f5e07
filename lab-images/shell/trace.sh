# Read by every bash that runs a script. It notes the command that failed last, and leaves the script as it is.
lab_failed() {
  local notes=${LAB_NOTES:-/run/lab} level since status
  # What an inner script has failed of is told, and not that the inner script has failed.
  if read -r status level since _ <"$notes/failed" && [ "$status" = "$1" ] && [ "$level" -gt "$SHLVL" ] &&
    [ $((${EPOCHREALTIME//[.,]/} - since)) -lt 1000000 ]; then return; fi
  printf '%s %s %s %s\n' "$1" "$SHLVL" "${EPOCHREALTIME//[.,]/}" "$2" >"$notes/failed"
} 2>/dev/null
# Compose under its old name is not there either, and is noted as the other is.
command_not_found_handle() {
  [ "$1" != docker-compose ] || docker compose "${@:2}" >/dev/null 2>&1 || :
  # What most machines have and this shell lacks is its own fault, and no mistake of the script's.
  case $1 in
    git | python | python3 | pip | pip3 | make | unzip | zip | ping | ss | ip | ifconfig | netstat | telnet | dig | nslookup | host | nmap) ;;
    psql | pg_isready | pg_dump | mysql | redis-cli | sqlite3 | mongosh | node | npm | npx | yarn | pnpm | java | mvn | go | php | ruby) ;;
    perl | rsync | ssh | bc | tree | file | less | vim | nano | xxd | lsof | http | ab | wrk | hey | yq | tput | envsubst | expect | dos2unix) ;;
    *) false ;;
  esac && printf '%s\n' "$1" >>"${LAB_NOTES:-/run/lab}/missing" 2>/dev/null
  printf '%s: %s: command not found\n' "$0" "$1" >&2
  return 127
}
export -f command_not_found_handle
set -E
trap 'lab_failed "$?" "$BASH_COMMAND"' ERR
