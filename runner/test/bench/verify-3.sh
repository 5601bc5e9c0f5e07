#!/bin/sh
# What somebody would write by hand to ask what `lab verify 3` asks: a yardstick for `npm run bench`.
set -eu
containers='postgres redis api'
network=visits-net
for name in $containers; do
  docker inspect --format '{{json .NetworkSettings.Networks}}' "$name" | grep -q "\"$network\""
  ! docker inspect --format '{{json .Config.Labels}}' "$name" | grep -q com.docker.compose
done
for name in postgres redis; do
  [ "$(docker inspect --format '{{range .NetworkSettings.Ports}}{{if .}}published{{end}}{{end}}' "$name")" = '' ]
done
docker inspect --format '{{range .Mounts}}{{.Type}} {{.Name}} {{.Destination}}{{end}}' postgres | grep -q '^volume .* /var/lib/postgresql/data$'
docker inspect --format '{{json .Config.Env}}' api | grep -q '@postgres'
ask() { docker run --rm --network "$network" --entrypoint curl lab/node:26-dev --silent --fail http://api:8080/; }
rows() { docker exec postgres psql --username postgres --tuples-only --no-align --command 'select count(*) from visits'; }
counted() { docker exec redis redis-cli get visits; }
rows_before=$(rows)
counted_before=$(counted)
for _ in 1 2 3 4 5; do answer=$(ask); done
counted_after=$(counted)
[ "$(rows)" -ge $((rows_before + 5)) ]
[ "$counted_after" -ge $((counted_before + 5)) ]
printf '%s' "$answer" | grep -q "$counted_after"
