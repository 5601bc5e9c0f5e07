#!/bin/bash -p
# Runs one script with docker commands in /work; or any command that is given.
#
# Standard input: a line `ARCHIVE SCRIPT GRACE` (the bytes of a tar archive and of a script; milliseconds), the archive, the
# script; after that, any further line ends the script, and the end of the input this container.
# Standard output: what the script writes, to either of its outputs, in the order in which it does.
# Standard error: how it ended, as one line of JSON.
[ $# -eq 0 ] || exec "$@"

exec 3<&0 </dev/null
read -r archive script LAB_GRACE_MS <&3
if head -c "$archive" <&3 | tar -x --no-same-owner -C /work -f - 2>&1; then
  # The engine's own frontend is that of `docker/dockerfile:1`: it need not be pulled.
  [ "${LAB_BUILDER:-}" != buildkit ] ||
    find . -type f -size -64k \( -iname '*dockerfile*' -o -iname '*containerfile*' \) -exec \
      sed -i -E '1,5{/^#[ \t]*syntax[ \t]*=[ \t]*(docker\.io\/)?docker\/dockerfile:1[0-9.]*[ \t\r]*$/d}' {} +
  head -c "$script" <&3 >/run/lab/script
  export LAB_GRACE_MS
  BASH_ENV=/usr/local/lib/lab/trace.sh bash /run/lab/script 2>&1 3<&- &
  script=$!
  read -r <&3 &
  wait -n -p ended "$script" $!
  code=$?
  if [ "$ended" = "$script" ]; then
    cause=$(head -c 4096 /run/lab/failed 2>/dev/null | tr -d '\0')
  else
    kill -KILL -1
    wait "$script"
  fi 2>/dev/null
else
  # There is only so much room for a work.
  code=1
fi
# Either version of control groups says how often memory ran out.
killed=$(sed -n 's/^oom_kill //p' /sys/fs/cgroup/memory/memory.oom_control /sys/fs/cgroup/memory.events 2>/dev/null)
notes() { head -c 4096 "/run/lab/$1" 2>/dev/null | tr -d '\0'; }
left=$(notes left)
named=$(notes named)
missing=$(notes missing)
# Who runs something by hand, too, does not leave it all to Compose.
[ -e /run/lab/byhand ] || compose=$(notes compose)
jq -nc --arg code "$code" --arg killed "${killed:-0}" --arg failed "${cause:-}" --arg left "$left" \
  --arg named "$named" --arg missing "$missing" --arg compose "${compose:-}" \
  '{code: $code | tonumber, memory: ($killed != "0"), $failed, $left, $named, $missing, $compose}' >&2
exec cat <&3 >/dev/null
