#!/bin/bash -p
# The docker command for scripts that nobody sits in front of:
# - what would hold the script up for ever (`docker run` in the foreground, `docker logs -f` and the like) is left after
#   LAB_GRACE_MS: the client ends, the container goes on, and so does the script; what comes to an end by itself is waited for, as far
#   as its command tells (see ends.sh), and what `docker wait` waits for in any case: the script has its own time;
# - `-it` is `-i`: there is no terminal;
# - the client sends builds as to the classic builder, whatever the script says: BuildKit's sessions are nothing that can be looked
#   into. Where a Dockerfile needs BuildKit, the policy has the engine build with it; `docker buildx build` is `docker build`;
# - it notes which names a script gives to images, also where the client asks the engine for nothing because there is no such folder;
# - there is no Compose, and whoever would have started something by it is noted.
export DOCKER_BUILDKIT=0
client=${LAB_DOCKER:-/usr/bin/docker}
notes=${LAB_NOTES:-/run/lab}
ends=${LAB_ENDS:-/usr/local/lib/lab/ends.sh}
words=("$@")
count=$#
at=0
while ((at < count)); do
  case ${words[at]} in
    -H | --host | -c | --context | --config | -l | --log-level | --tlscacert | --tlscert | --tlskey) ((at += 2)) ;;
    -*) ((at += 1)) ;;
    container) ((at += 1)) ;;
    *) break ;;
  esac
done
verb=${words[at]:-}

# One line of at most 500 bytes in a file of notes.
note() { printf '%s\n' "$(printf '%s' "$2" | tr '\n' ' ' | head -c 500)" >>"$notes/$1"; } 2>/dev/null

if [ "$verb" = compose ]; then
  ((at += 1))
  while ((at < count)); do
    case ${words[at]} in
      -f | --file | -p | --project-name | --project-directory | --profile | --env-file | --ansi | --parallel | --progress) ((at += 2)) ;;
      -*) ((at += 1)) ;;
      *) break ;;
    esac
  done
  case ${words[at]:-} in
    # Of Compose's there is nothing that could be taken away.
    down | stop | kill | rm) exit 0 ;;
    up | run | create | start | restart | scale | watch) note compose "docker $*" ;;
  esac
  echo "docker: 'compose' is not a docker command here: do by hand what it does." >&2
  exit 1
fi

case "$verb ${words[at + 1]:-}" in
  'image tag') note named "${words[count - 1]}" ;;
  'image build' | 'builder build' | 'buildx build' | 'buildx b')
    verb=build
    words=("${words[@]:0:at}" build "${words[@]:at+2}")
    ;;
  # Whoever builds is not theirs to choose.
  'buildx create' | 'buildx use' | 'buildx inspect' | 'buildx rm' | 'buildx stop') exit 0 ;;
esac
if [ "$verb" = build ]; then
  # Options of BuildKit's that are about how it tells of a build, and where the image goes by itself.
  kept=()
  pass=
  tag=
  for word in "${words[@]:at+1}"; do
    if [ -n "$tag" ]; then
      note named "$word"
      tag=
    else
      case $word in
        -t | --tag | -[!-]*t) tag=yes ;;
        --tag=*) note named "${word#*=}" ;;
        -t?*) note named "${word#-t}" ;;
      esac
    fi
    [ -z "$pass" ] || { pass= && continue; }
    case $word in
      --progress | --builder | --provenance | --sbom) pass=yes ;;
      --progress=* | --builder=* | --provenance=* | --sbom=* | --load | --load=*) ;;
      *) kept+=("$word") ;;
    esac
  done
  exec "$client" "${words[@]:0:at+1}" "${kept[@]}"
fi

detached=
attached=
interactive=
follow=
stream=yes
cid=
plain=()
# Options up to the first word that is none; `plain` is what stays of them where there is no terminal.
options() {
  local short=$1 word letter rest kept
  ((at += 1))
  while ((at < count)); do
    word=${words[at]}
    case $word in
      --detach | --detach=true) detached=yes ;;
      --interactive | --interactive=true) interactive=yes ;;
      --attach | --follow) follow=yes ;;
      --no-stream | --no-stream=true) stream= ;;
      --cidfile=*) cid=${word#*=} ;;
      --cidfile) cid=${words[at + 1]:-} ;;
    esac
    case $word in
      --tty | --tty=true) ((at += 1)) && continue ;;
      -- | [!-]* | - | '') break ;;
      --*=* | --detach | --interactive | --init | --no-healthcheck | --oom-kill-disable | --privileged) ;;
      --publish-all | --quiet | --read-only | --rm | --sig-proxy | --disable-content-trust | --help) ;;
      --follow | --timestamps | --details | --no-stream | --no-trunc | --all) ;;
      --attach) [ "$verb" = start ] || { plain+=("$word") && ((at += 1)) && word=${words[at]:-}; } ;;
      --*) plain+=("$word") && ((at += 1)) && word=${words[at]:-} ;;
      *)
        rest=${word#-}
        kept=-
        while [ -n "$rest" ]; do
          letter=${rest:0:1}
          rest=${rest:1}
          case $letter in d) [ "$verb" = ps ] || detached=yes ;; i) interactive=yes ;; f | a) follow=yes ;; esac
          [ "$letter" = t ] && [ "$verb" != logs ] || kept+=$letter
          [[ $short == *$letter* ]] && continue
          kept+=$rest
          [ -n "$rest" ] || { plain+=("$kept") && kept= && ((at += 1)) && kept=${words[at]:-}; }
          break
        done
        [ "$kept" != - ] || { ((at += 1)) && continue; }
        word=$kept
        ;;
    esac
    plain+=("$word")
    ((at += 1))
  done
}

before=("${words[@]:0:at+1}")
case $verb in
  tag) note named "${words[count - 1]}" ;;
  run | create) : >"$notes/byhand" ;;
esac 2>/dev/null
case $verb in
  run) options ditPq ;;
  exec) options dit ;;
  start) options ai ;;
  logs) options ft ;;
  stats) options a ;;
  attach | events) follow=yes ;;
  *) exec "$client" "$@" ;;
esac
case $verb in
  run | exec) [ -z "$interactive" ] || [ -n "$detached" ] || words=("${before[@]}" "${plain[@]}" "${words[@]:at}") ;;
esac
case $verb in
  run) attached=$([ -n "$detached" ] || echo yes) ;;
  start) attached=$follow$interactive ;;
  logs | attach | events) attached=$follow ;;
  stats) attached=$stream ;;
esac
[ -n "$attached" ] || exec "$client" "${words[@]}"

# A container that has yet to be made, because its image is being pulled, is waited for.
if [ "$verb" = run ] && [ -z "$cid" ]; then
  cid=$notes/$$.cid
  words=("${before[@]}" --cidfile "$cid" "${words[@]:${#before[@]}}")
fi
"$client" "${words[@]}" <&0 &
running=$!
trap 'kill -TERM "$running"' TERM
trap 'kill -INT "$running"' INT
mark=$notes/$$.left
{
  [ -z "$cid" ] || until [ -s "$cid" ]; do sleep 0.1; done
  sleep "$((LAB_GRACE_MS / 1000)).$(printf %03d $((LAB_GRACE_MS % 1000)))"
  case $verb in
    run) held=$(<"$cid") ;;
    start | logs | attach) held=${words[count - 1]} ;;
    *) held= ;;
  esac
  { [ -n "$held" ] && bash -p "$ends" "$client" "$held"; } || { : >"$mark" && kill -KILL "$running"; }
} <&- >/dev/null 2>&1 &
clock=$!
wait "$running" 2>/dev/null
code=$?
{ kill "$clock" && wait "$clock"; } 2>/dev/null
[ -e "$mark" ] || exit "$code"
rm -f "$mark"
printf 'docker %s\n' "$(printf '%s' "$*" | tr '\n' ' ' | head -c 500)" >>"$notes/left"
exit 0
