import { join } from 'node:path';
import { apiPostgresRedis } from '../../../challenges/03-api-postgres-redis/challenge.ts';
import { folderOf } from '../docker/verdicts.ts';

/** Images of Debian packages that the variants stand on. */
export const bases = {
  python: { tag: 'estaleiro-test/python-db', packages: ['python3', 'python3-psycopg2', 'python3-redis', 'dash'] },
  postgres: { tag: 'estaleiro-test/pacote', packages: ['postgresql-17', 'busybox'], suite: 'trixie' },
  valkey: { tag: 'estaleiro-test/rapido', packages: ['valkey-server'], suite: 'trixie' },
} as const;

/** Node with `pg` and `ioredis`, as the solution's image has them. */
export const nodeBase = (tag: string) =>
  `docker build --quiet --tag ${tag} ${join(folderOf(apiPostgresRedis), 'solution/api')}\n`;

const quote = (program: string) => `'${program.replaceAll("'", `'\\''`)}'`;

const imports = `
import http from 'node:http';
import pg from 'pg';
import { Redis } from 'ioredis';
process.once('SIGTERM', () => process.exit(0));
`;

/** What runs a Node API of somebody's own; `serve(url, response)` answers. */
export const node = (run: string, tag: string, port: number, program: string) =>
  `${run} --entrypoint node ${tag} --input-type=module --eval ${quote(`${imports}${program}
http.createServer((q, r) => serve(q.url, r).catch(error => r.writeHead(503).end(error.message))).listen(${port});
`)}\n`;

/** The API in Python, told of its stores by the environment. */
export const python = `
import os, psycopg2, redis, signal, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
signal.signal(signal.SIGTERM, lambda *a: sys.exit(0))
conta = redis.Redis.from_url(os.environ["CACHE_URL"])
class Servidor(BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            banco = psycopg2.connect(host=os.environ["DB_HOST"], user=os.environ["DB_USER"], password=os.environ["DB_SENHA"], dbname="loja", connect_timeout=2)
            with banco, banco.cursor() as cursor:
                cursor.execute("CREATE TABLE IF NOT EXISTS acessos (id serial PRIMARY KEY, caminho text)")
                cursor.execute("INSERT INTO acessos (caminho) VALUES (%s)", (self.path,))
            banco.close()
            total = conta.hincrby("visitas", "total", 1)
            self.responder(200, f"<html><head><style>p {{ margin: 12px 40px }}</style></head><body><p>Você é a visita nº {total}</p></body></html>")
        except Exception as erro:
            self.responder(500, str(erro))
    def responder(self, status, texto):
        self.send_response(status)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(texto.encode())
HTTPServer(("", 5000), Servidor).serve_forever()
`;

/** Bash speaks to Redis through /dev/tcp, and to PostgreSQL with psql; BusyBox is the server. */
export const shell = `#!/bin/sh
if psql -qtA -h banco-sh -U postgres -c 'CREATE TABLE IF NOT EXISTS acessos (t timestamptz)' -c 'INSERT INTO acessos VALUES (now())' >/dev/null 2>&1; then
  total=$(bash -c 'exec 3<>/dev/tcp/cache-sh/6379; printf "INCR visitas\\\\r\\\\n" >&3; read -r total <&3; echo "$total"' | tr -dc 0-9)
  printf 'Content-Type: text/plain\\r\\n\\r\\nvisita %s\\n' "$total"
else
  printf 'Status: 503 Service Unavailable\\r\\nContent-Type: text/plain\\r\\n\\r\\nsem banco\\n'
fi
`;
