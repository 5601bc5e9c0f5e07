import type { Verdict } from '../../checks/verdict.ts';
import { bases, buildLine } from './debian-bases.ts';

/** A solution in somebody's own manner, as a shell script, and what is to be said of it. */
export interface Variant {
  readonly manner: string;
  readonly script: string;
  readonly players: readonly [server: string, client: string];
  /** The verdicts that are not `pass`; nothing is restarted, so the bonus is told only where it is here. */
  readonly but: Readonly<Record<string, Verdict>>;
}

const nodeServer = (tag: string, port: number) =>
  buildLine(tag, 'lab/node:26', '-e', `require("http").createServer((q, r) => r.end("oi")).listen(${port})`);

const shellClient = (name: string, options: string, loop: string) =>
  `docker run --detach --name ${name} ${options} --entrypoint bash lab/node:26-dev -c '${loop}'\n`;

const notRestarted = { 'survives-restart': 'unknown' } as const;

const pythonServer = `
from http.server import BaseHTTPRequestHandler, HTTPServer
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ola")
HTTPServer(("", 5000), Handler).serve_forever()
`;

const pythonClient = (url: string, before = '') => `
import socket, time, urllib.request
while True:
    try:
        ${before}
        print(urllib.request.urlopen("${url}", timeout=3).read(), flush=True)
    except OSError as erro:
        print(erro, flush=True)
    time.sleep(1)
`;

export const variants: readonly Variant[] = [
  {
    manner: 'Python on both sides, the name in the code, a port that is published too',
    script: `docker network create rede-py
${buildLine('d1-servidor', bases.python.tag, 'python3', '-c', pythonServer)}
${buildLine('d1-cliente', bases.python.tag, 'python3', '-c', pythonClient('http://d1-servidor:5000/'))}
docker run --detach --name d1-servidor --network rede-py --publish 127.0.0.1::5000 d1-servidor
docker run --detach --name d1-cliente --network rede-py d1-cliente`,
    players: ['d1-servidor', 'd1-cliente'],
    but: notRestarted,
  },
  {
    manner: 'Python with the address in the code, though it asks for another name each time',
    script: `docker network create rede-py2
${buildLine('py2-servidor', bases.python.tag, 'python3', '-c', pythonServer)}
docker run --detach --name py2-servidor --network rede-py2 py2-servidor
ip=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' py2-servidor)
sed "s/ENDERECO/$ip/" <<'EOF' | docker build --tag py2-cliente -
FROM ${bases.python.tag}
CMD ${JSON.stringify(['python3', '-c', pythonClient('http://ENDERECO:5000/', 'socket.getaddrinfo("py2-cliente", 80)')])}
EOF
docker run --detach --name py2-cliente --network rede-py2 py2-cliente`,
    players: ['py2-servidor', 'py2-cliente'],
    but: { ...notRestarted, 'by-name': 'fail' },
  },
  {
    manner: 'BusyBox, static: httpd and a wget loop, in containers that are run with --rm',
    script: `docker network create caixa
docker build --tag caixa-web - <<'EOF'
FROM ${bases.busybox.tag}
CMD ["/bin/busybox", "httpd", "-f", "-p", "8000", "-h", "/etc"]
EOF
docker run --detach --rm --name caixa-web --network caixa caixa-web
docker run --detach --rm --name caixa-consumer --network caixa ${bases.busybox.tag} /bin/busybox sh -c \\
  'while true; do /bin/busybox wget -q -O /dev/null http://caixa-web:8000/passwd; /bin/busybox sleep 1; done'`,
    players: ['caixa-web', 'caixa-consumer'],
    but: notRestarted,
  },
  {
    manner: 'nginx called by an alias, both containers on two networks, others beside them',
    script: `docker network create frente
docker network create fundo
${buildLine('meu-nginx', bases.nginx.tag, 'sh', '-c', 'printf "events {} http { server { listen 80; root /etc/nginx; } }" > /tmp/n.conf && exec nginx -c /tmp/n.conf -g "daemon off;"')}
docker run --detach --name pagina-server --network fundo --network-alias pagina meu-nginx
docker network connect frente pagina-server
docker run --detach --name vizinho --network frente --entrypoint sleep lab/node:26-dev 300
${shellClient('pagina-client', '--network fundo', 'while true; do curl -s -o /dev/null http://pagina/; sleep 1; done')}
docker network connect frente pagina-client`,
    players: ['pagina-server', 'pagina-client'],
    but: notRestarted,
  },
  {
    manner: 'a bare socket in the shell, that sends no Host header',
    script: `docker network create tomada
${nodeServer('tomada-api', 7000)}
docker run --detach --name tomada-api --network tomada tomada-api
${shellClient('tomada-caller', '--network tomada', 'while true; do exec 3<>/dev/tcp/tomada-api/7000; printf "GET / HTTP/1.0\\r\\n\\r\\n" >&3; cat <&3; sleep 1; done')}`,
    players: ['tomada-api', 'tomada-caller'],
    but: notRestarted,
  },
  {
    manner: 'a client that calls every eight seconds over a connection of its own each time',
    script: `docker network create devagar
${nodeServer('devagar-servidor', 3000)}
docker run --detach --name devagar-servidor --network devagar devagar-servidor
${shellClient('devagar-cliente', '--network devagar', 'while true; do curl -s http://devagar-servidor:3000/; sleep 8; done')}`,
    players: ['devagar-servidor', 'devagar-cliente'],
    but: notRestarted,
  },
  {
    manner: 'a server that the learner has restarted while the client went on',
    script: `docker network create volta
${nodeServer('volta-servidor', 3000)}
docker run --detach --name volta-servidor --network volta volta-servidor
${shellClient('volta-cliente', '--network volta', 'while true; do curl -s -m 2 http://volta-servidor:3000/; sleep 1; done')}
docker restart --time 0 volta-servidor`,
    players: ['volta-servidor', 'volta-cliente'],
    but: {},
  },
];
