#!/bin/bash -p
# Whether what a container runs comes to an end by itself, as far as its command tells: `ends.sh CLIENT CONTAINER`, 0 if so. What serves or
# loops does not, and of what says nothing about it nobody knows. A container that listens serves, whatever it is called.
client=$1
command=$(timeout 5 "$client" inspect --type container --format '{{.Path}}{{range .Args}} {{.}}{{end}}' "$2" 2>/dev/null | tr '\n' ';') || exit 1
[ -n "$command" ] || exit 1

edge='(^|[][ ;|&(){}"'"'"'/=:])'
behind='($|[][ ;|&(){}"'"'"',])'
loops="${edge}(while|until|watch|tail -[a-zA-Z]*[fF]|yes|sleep (inf|infinity|[0-9]{5,}))${behind}|for *\\(\\( *;|infinity|setInterval|--watch"
serves="${edge}(nginx|httpd|apache2|caddy|haproxy|traefik|uvicorn|gunicorn|serve|server|runserver|flask run|http\\.server|nodemon"
serves="$serves|postgres|redis-server|mysqld|mongod|php -S|dev|start|listen|daemon|nc -[a-zA-Z]*l[a-zA-Z]*)${behind}|createServer|listen\\("
jobs="${edge}(sleep [0-9.]+[smh]?|timeout|curl|wget|psql|pg_dump|pg_dumpall|pg_restore|pg_isready|pgbench|redis-cli|mysql|mysqldump|sqlite3"
jobs="$jobs|(npm|pnpm|yarn) (ci|i|install|test|t|run (build|test|lint|migrate|seed)[a-z:-]*)|pip3? install|apt-get|apt|apk|tsc|pytest|jest|vitest"
jobs="$jobs|ping [^;]*-c *[0-9]+|[a-z_./:-]*(migrat|seed|setup|init|backup|restore|import|export|dump|populat|wait-?for)[a-z_.:-]*"
jobs="$jobs|seq|dd|tar|cp|mv|date|echo|printf|cat|ls|true|false|test)${behind}"

[[ $command =~ $loops ]] && exit 1
[[ $command =~ $serves ]] && exit 1
[[ $command =~ $jobs ]] || exit 1
! timeout 5 "$client" exec "$2" cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -qE '^ *[0-9]+: [0-9A-F]+:[0-9A-F]+ 0+:0000 0A'
