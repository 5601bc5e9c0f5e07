import { pairedMicroservices } from '../../../challenges/04-paired-microservices/challenge.ts';
import type { Verdict } from '../../checks/verdict.ts';
import { node, nodeFile, python, pythonFile } from './challenge-04-programs.ts';
import { bases, buildLine } from './debian-bases.ts';

/** A solution in somebody's own manner, as a shell script, and what is to be said of it. */
export interface Variant {
  readonly manner: string;
  readonly script: string;
  readonly binds?: Readonly<Record<string, string>>;
  readonly disrupt?: boolean;
  /** As in `lab.json`. */
  readonly paths?: Readonly<Record<string, string>>;
  /** Role by role. */
  readonly players: readonly [provider: string | undefined, consumer: string | undefined];
  /** The verdicts that are not `pass`. */
  readonly but: Readonly<Record<string, Verdict>>;
}

const everything = pairedMicroservices.objectives.map(({ id }) => id);

const fruit = 'r.end(JSON.stringify([{ nome: "Maçã verde" }, { nome: "Banana da terra" }]))';

export const variants: readonly Variant[] = [
  {
    manner: 'Python, in Portuguese, the address of the other in the code, a path of its own',
    script: `docker network create rede-py
${python('estoque-py', 5000, 'return (200, [{"nome": "Pão de queijo", "preço": 4.5}]) if self.path == "/produtos" else (404, {})')}
${python('pedidos-py', 7000, 'if self.path != "/pedidos": return 404, {"erro": "não há"}\ntry:\n    produtos = json.load(urllib.request.urlopen("http://estoque:5000/produtos", timeout=3))\n    return 200, {"pedido": 1, "itens": produtos}\nexcept OSError as erro:\n    return 503, {"erro": str(erro)}')}
docker run --detach --name estoque --network rede-py estoque-py
docker run --detach --name pedidos --network rede-py pedidos-py`,
    disrupt: false,
    players: ['estoque', 'pedidos'],
    but: { 'fails-gracefully': 'unknown' },
  },
  {
    manner: 'static BusyBox with a CGI script that the front page links to, names that say nothing',
    script: `docker network create rede-bb
docker build --tag bb-um - <<'EOF'
FROM ${bases.busybox.tag}
RUN ["/usr/bin/busybox", "sh", "-c", "busybox mkdir -p /w; echo 'parafuso sextavado;10' > /w/index.html"]
CMD ["/usr/bin/busybox", "httpd", "-f", "-p", "8000", "-h", "/w"]
EOF
docker build --tag bb-dois - <<'EOF'
FROM ${bases.busybox.tag}
RUN ["/usr/bin/busybox", "sh", "-c", "busybox mkdir -p /w/cgi-bin; echo '<a href=/cgi-bin/lista>lista</a>' > /w/index.html; printf '#!/usr/bin/busybox sh\\\\necho \\"Content-Type: text/plain\\"\\\\necho\\\\nbusybox wget -qO- http://tucano:8000/\\\\n' > /w/cgi-bin/lista; busybox chmod 755 /w/cgi-bin/lista"]
CMD ["/usr/bin/busybox", "httpd", "-f", "-p", "9000", "-h", "/w"]
EOF
docker run --detach --init --name tucano --network rede-bb bb-um
docker run --detach --init --name arara --network rede-bb bb-dois`,
    players: ['tucano', 'arara'],
    but: { 'fails-gracefully': 'unknown' },
  },
  {
    manner: 'nginx in front of nginx, bound by hand',
    script: `docker network create rede-nginx
${buildLine('ng-dados', bases.nginx.tag, 'sh', '-c', 'echo \'[{"livro":"Dom Casmurro"}]\' > /tmp/livros.json && printf "events {} http { server { listen 8081; root /tmp; index livros.json; } }" > /tmp/n.conf && exec nginx -c /tmp/n.conf -g "daemon off;"')}
${buildLine('ng-porta', bases.nginx.tag, 'sh', '-c', 'printf "events {} http { server { listen 80; location / { proxy_pass http://biblioteca:8081; proxy_connect_timeout 2s; } } }" > /tmp/n.conf && exec nginx -c /tmp/n.conf -g "daemon off;"')}
docker run --detach --name biblioteca --network rede-nginx ng-dados
docker run --detach --name balcao --network rede-nginx --publish 127.0.0.1::80 ng-porta`,
    binds: { provider: 'biblioteca', consumer: 'balcao' },
    players: ['biblioteca', 'balcao'],
    but: {},
  },
  {
    manner: 'containers with --rm, several networks, an alias, a connection kept open',
    script: `docker network create rede-a && docker network create rede-b
${node('rm-provider', 4000, fruit)}
${node('rm-consumer', 4000, 'get("http://frutas:4000/", { agent }, a => a.pipe(r)).on("error", () => r.writeHead(502).end())', 'const { get, Agent } = require("http"), agent = new Agent({ keepAlive: true })')}
docker run --detach --rm --name provider --network rede-b --network-alias frutas rm-provider
docker run --detach --rm --name consumer --network rede-a rm-consumer
docker network connect rede-b consumer`,
    players: ['provider', 'consumer'],
    but: { 'fails-gracefully': 'unknown' },
  },
  {
    manner: 'misleading names beside other projects, a slow answer in a page',
    script: `docker network create outra && docker network create rede-troca
${node('outra-img', 8080, 'r.end("nada")')}
docker run --detach --name outra-web --network outra outra-img
docker run --detach --name outra-app --network outra --entrypoint node lab/node:26-dev -e 'setInterval(() => fetch("http://outra-web:8080").catch(() => {}), 200)'
docker run --detach --name loja-web --network outra --label com.docker.compose.project=loja --entrypoint sleep lab/node:26-dev 600
${node('troca-um', 3000, 'await new Promise(d => setTimeout(d, 700)); r.end(JSON.stringify({ capital: "Rio Branco", uf: "AC" }))')}
${node('troca-dois', 3000, 'const { capital } = await (await fetch("http://pedidos-api:3000/x")).json(); r.end("<style>" + "p{}".repeat(2000) + "</style><h1>A capital &eacute; <b>" + capital.toUpperCase() + "</b></h1>")')}
docker run --detach --name pedidos-api --network rede-troca troca-um
docker run --detach --name produtos-api --network rede-troca troca-dois`,
    players: ['pedidos-api', 'produtos-api'],
    but: { 'fails-gracefully': 'unknown' },
  },
  {
    manner: 'a consumer that also calls of its own accord',
    script: `docker network create rede-dupla
${node('du-p', 8080, fruit)}
${node('du-c', 8080, 'r.end(await (await fetch(process.env.ALVO)).text())', 'setInterval(() => fetch(process.env.ALVO + "/health").catch(() => {}), 150)')}
docker run --detach --name meu-provedor --network rede-dupla du-p
docker run --detach --name meu-consumidor --network rede-dupla --env ALVO=http://meu-provedor:8080 du-c`,
    players: ['meu-provedor', 'meu-consumidor'],
    but: {},
  },
  {
    manner: 'a provider that says nothing to be recognised',
    script: `docker network create rede-muda
${node('mu-p', 8080, 'r.end(JSON.stringify({ status: "ok", n: 7, at: new Date() }))')}
${node('mu-c', 8080, 'r.end(await (await fetch("http://provider:8080/")).text())')}
docker run --detach --name provider --network rede-muda mu-p
docker run --detach --name consumer --network rede-muda mu-c`,
    disrupt: false,
    players: ['provider', 'consumer'],
    but: { 'shows-provider-data': 'unknown', 'fails-gracefully': 'unknown' },
  },
  {
    manner: 'a consumer none of whose paths is found',
    script: `docker network create rede-secreta
${node('se-p', 8080, fruit)}
${node('se-c', 8080, 'if (q.url !== "/" + ["xyz", "zy"].join("")) return r.writeHead(404).end("não há"); r.end(await (await fetch("http://provider:8080/")).text())')}
docker run --detach --name provider --network rede-secreta se-p
docker run --detach --name consumer --network rede-secreta se-c`,
    players: ['provider', 'consumer'],
    but: {
      'calls-on-request': 'unknown',
      'by-internal-name': 'unknown',
      'shows-provider-data': 'unknown',
      'fails-gracefully': 'unknown',
    },
  },
  {
    manner: 'a consumer whose path the learner has written down',
    script: `docker network create rede-dita
${node('di-p', 8080, fruit)}
${node('di-c', 8080, 'if (q.url !== "/" + ["xyz", "zy"].join("")) return r.writeHead(404).end("não há"); r.end(await (await fetch("http://provider:8080/")).text())')}
docker run --detach --name provider --network rede-dita di-p
docker run --detach --name consumer --network rede-dita di-c`,
    paths: { consumer: '/xyzzy' },
    players: ['provider', 'consumer'],
    but: {},
  },
  {
    manner: 'Python in files, names that say nothing, nobody calling yet, and a path that only the program names',
    script: `docker network create rede-cores
${pythonFile('cor-um', 6100, 'return (200, [{"nome": "Aço inox"}, {"nome": "Latão"}]) if self.path == "/metais" else (404, {})')}
${pythonFile('cor-dois', 6200, 'if self.path != "/quadro-do-dia": return 404, {}\ntry:\n    return 200, {"quadro": json.load(urllib.request.urlopen("http://lilas:6100/metais", timeout=3))}\nexcept OSError as erro:\n    return 503, {"erro": str(erro)}')}
docker run --detach --name lilas --network rede-cores cor-um
docker run --detach --name anil --network rede-cores cor-dois`,
    disrupt: false,
    players: ['lilas', 'anil'],
    but: { 'fails-gracefully': 'unknown' },
  },
  {
    manner: 'an index of its paths, and a health page that calls, too, and is content with nothing',
    script: `docker network create rede-indice
${nodeFile('in-estoque', 7001, 'if (q.url !== "/itens" && q.url !== "/health") return r.writeHead(404).end(); r.end(JSON.stringify([{ nome: "Chave inglesa" }, { nome: "Martelo" }]))')}
${nodeFile('in-vitrine', 7002, 'const mostra = "/" + "mostra" + "rio"; if (q.url === "/") return r.end(JSON.stringify({ caminhos: ["/health", mostra] })); if (q.url === "/health") { const ok = await fetch("http://estoque:7001/health").then(a => a.text(), () => "fora"); return r.end(JSON.stringify({ estoque: ok })); } if (q.url !== mostra) return r.writeHead(404).end(); r.end(await (await fetch("http://estoque:7001/itens", { signal: AbortSignal.timeout(2000) })).text())')}
docker run --detach --name estoque --network rede-indice in-estoque
docker run --detach --name vitrine --network rede-indice in-vitrine`,
    binds: { provider: 'estoque', consumer: 'vitrine' },
    players: ['estoque', 'vitrine'],
    but: {},
  },
  {
    manner: 'names that say nothing, and a path that nothing tells: only the program says whom it calls',
    script: `docker network create rede-oculta
${nodeFile('oc-um', 5101, fruit)}
${nodeFile('oc-dois', 5102, 'if (q.url !== "/" + ["xyz", "zy"].join("")) return r.writeHead(q.url === "/" ? 200 : 404).end("bom dia"); r.end(await (await fetch("http://sabia:5101/")).text())')}
docker run --detach --name sabia --network rede-oculta oc-um
docker run --detach --name bemtevi --network rede-oculta oc-dois`,
    disrupt: false,
    players: ['sabia', 'bemtevi'],
    but: {
      'calls-on-request': 'unknown',
      'by-internal-name': 'unknown',
      'shows-provider-data': 'unknown',
      'fails-gracefully': 'unknown',
    },
  },
  {
    manner: 'two that answer, and neither calls the other',
    script: `docker network create rede-surdos
${nodeFile('sd-um', 5201, fruit)}
${nodeFile('sd-dois', 5202, 'if (q.url !== "/" && q.url !== "/mural") return r.writeHead(404).end(); r.end("bom dia")')}
docker run --detach --name tiziu --network rede-surdos sd-um
docker run --detach --name curio --network rede-surdos sd-dois`,
    disrupt: false,
    players: [undefined, undefined],
    but: Object.fromEntries(everything.map(id => [id, 'unknown'] as const)),
  },
  {
    manner: 'two consumers of one provider, which nobody can choose between',
    script: `docker network create rede-tres
${node('tr-p', 8080, fruit)}
${node('tr-c', 8080, 'r.end(await (await fetch("http://provedor:8080/")).text())')}
${node('tr-d', 8080, 'r.end("Hoje: " + (await (await fetch("http://provedor:8080/")).text()))')}
docker run --detach --name provedor --network rede-tres tr-p
docker run --detach --name loja-a --network rede-tres tr-c
docker run --detach --name loja-b --network rede-tres tr-d`,
    disrupt: false,
    players: ['provedor', undefined],
    but: Object.fromEntries(
      'custom-network two-images consumer-answers calls-on-request by-internal-name shows-provider-data no-compose fails-gracefully'
        .split(' ')
        .map(id => [id, 'unknown'] as const),
    ),
  },
];
