#!/bin/bash
# Becomes a Docker engine that listens on /run/lab/engine.sock and ends with its standard input; or any command that is given.
#
#   LAB_SEED        `make`: its data is what is mounted at /seed; `use`: it begins with what is there, and leaves it as it is
#   LAB_DISK        bytes that its data may take up
#   LAB_MEMORY      bytes for all of its containers together
#   LAB_PROCESSES   the same of processes and threads
#   LAB_GROUP       the number of the group that may speak to it
#   LAB_DNS         name servers for its containers, with spaces between
#   LAB_MIRROR      host and port of the registry that Docker Hub's images come through
set -euo pipefail
[ $# -eq 0 ] || exec "$@"
shopt -s nullglob

data=/var/lib/docker
share=/sys/fs/cgroup

# Its containers get a group of their own below this container's, with less than the whole: so that they run out before
# the engine itself does, and it lives to tell.
v1() {
  local controller
  for controller in "$share"/*/; do mount -o remount,bind,rw "$controller" 2>/dev/null || true; done
  if [ -d "$share/memory" ] && [ -n "${LAB_MEMORY:-}" ]; then
    mkdir -p "$share/memory/docker"
    echo "$LAB_MEMORY" >"$share/memory/docker/memory.limit_in_bytes"
    # Without swap; a kernel that does not count swap has no such file.
    echo "$LAB_MEMORY" >"$share/memory/docker/memory.memsw.limit_in_bytes" 2>/dev/null || true
  fi
  if [ -d "$share/pids" ] && [ -n "${LAB_PROCESSES:-}" ]; then
    mkdir -p "$share/pids/docker"
    echo "$LAB_PROCESSES" >"$share/pids/docker/pids.max"
  fi
}

# Of the second version, a group that has children with limits may have no processes: this one's go into a leaf first.
v2() {
  local pid controller
  mount -o remount,bind,rw "$share" 2>/dev/null || mount -o remount,rw "$share"
  mkdir -p "$share/init"
  while read -r pid; do echo "$pid" >"$share/init/cgroup.procs" 2>/dev/null || true; done <"$share/cgroup.procs"
  for controller in $(<"$share/cgroup.controllers"); do
    echo "+$controller" >"$share/cgroup.subtree_control" 2>/dev/null || true
  done
  mkdir -p "$share/docker"
  [ -z "${LAB_MEMORY:-}" ] || echo "$LAB_MEMORY" >"$share/docker/memory.max"
  [ -z "${LAB_MEMORY:-}" ] || echo 0 >"$share/docker/memory.swap.max" 2>/dev/null || true
  [ -z "${LAB_PROCESSES:-}" ] || echo "$LAB_PROCESSES" >"$share/docker/pids.max"
}

# A disk of its own size: a file system in a file; where the host has no loop devices for it, one in memory.
disk() {
  local image=/var/lib/lab/disk number
  [ -e /dev/loop-control ] || mknod /dev/loop-control c 10 237
  for number in $(seq 0 255); do [ -e "/dev/loop$number" ] || mknod "/dev/loop$number" b 7 "$number"; done
  truncate -s "$LAB_DISK" "$image"
  mkfs.ext4 -q -F -m 0 -O ^has_journal,^resize_inode -E lazy_itable_init=1,nodiscard "$image"
  mount -o loop,noatime "$image" "$data" 2>/dev/null || mount -t tmpfs -o "size=$LAB_DISK,mode=0711" tmpfs "$data"
  # Nobody needs to see another loop device from now on.
  [ ! -d "$share/devices" ] || echo 'b 7:* rwm' >"$share/devices/devices.deny" 2>/dev/null || true
}

# The layers of images are only ever read: links to those of the seed do. What the engine notes about them is copied.
plant() {
  local layer id
  [ -e /seed/complete ] || { echo 'the seed is not complete' >&2; exit 1; }
  cp -a /seed/image "$data"
  mkdir -m 0710 "$data/overlay2"
  cp -a /seed/overlay2/l "$data/overlay2"
  for layer in /seed/overlay2/*/diff; do
    layer=${layer%/diff}
    id=$data/overlay2/${layer##*/}
    mkdir -m 0710 "$id" "$id/work"
    ln -s "$layer/diff" "$id/diff"
    # As the engine notes for a layer that another one stands on.
    : >"$id/committed"
    if [ -e "$layer/lower" ]; then echo -n "$(<"$layer/lower")" >"$id/lower"; fi
    echo -n "$(<"$layer/link")" >"$id/link"
  done
}

if [ -e "$share/cgroup.controllers" ]; then v2; else v1; fi
case ${LAB_SEED:-} in
  make) data=/seed ;;
  use)
    disk
    plant
    ;;
esac
iptables -w -nL >/dev/null 2>&1 || PATH=/usr/lib/lab/legacy:$PATH
# Where the host is a rented one, its keys are asked for at such an address. Containers in here cannot change this.
iptables -w -t mangle -A POSTROUTING -d 169.254.0.0/16 -p tcp --dport 80 -j DROP 2>/dev/null || true

options=(--data-root "$data" --exec-root /run/docker --pidfile /run/docker.pid --host unix:///run/lab/engine.sock)
options+=(--storage-driver overlay2 --log-opt max-size=10m --log-opt max-file=1)
[ -z "${LAB_GROUP:-}" ] || options+=(--group "$LAB_GROUP")
[ -z "${LAB_MIRROR:-}" ] || options+=(--registry-mirror "http://$LAB_MIRROR" --insecure-registry "$LAB_MIRROR")
# Where the way out takes less at once (in clouds, VPNs), larger packets would vanish without a word.
mtu=$(cat /sys/class/net/eth0/mtu 2>/dev/null || echo 1500)
[ "$mtu" -ge 1500 ] || options+=(--mtu "$mtu" --default-network-opt "bridge=com.docker.network.driver.mtu=$mtu")
for server in ${LAB_DNS:-}; do options+=(--dns "$server"); done

exec 3<&0
# One that the engine starts itself, it waits a second for.
containerd --root "$data/containerd" --state /run/containerd --address /run/containerd.sock --log-level warn </dev/null &
until [ -S /run/containerd.sock ]; do sleep 0.01; done
options+=(--containerd /run/containerd.sock)
dockerd "${options[@]}" </dev/null &
engine=$!
trap 'kill "$engine" 2>/dev/null' TERM
# Whoever started it holds its standard input open, and is gone when it ends. A seed that is told to be `complete` is so once
# all of it is written.
(
  if read -r word <&3; then echo "$word" >/run/word && kill "$engine"; else kill -KILL "$engine"; fi 2>/dev/null
) &
exec 3<&-
code=0
while kill -0 "$engine" 2>/dev/null; do
  code=0
  wait "$engine" || code=$?
done
[ ! -e /run/word ] || [ "$code" -ne 0 ] || mv /run/word /seed/complete
exit "$code"
