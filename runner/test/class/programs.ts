type Files = Readonly<Record<string, string>>;

const dockerfile = (program: string) => `FROM lab/node:26
WORKDIR /app
COPY ${program} ./
ENTRYPOINT ["node", "${program}"]
`;

/** A server as a beginner writes it: it says who asked, and the time. */
export const server: Files = {
  Dockerfile: dockerfile('app.js'),
  'app.js': `const { readFileSync } = require('node:fs');
const texto = process.env.TEXTO ? readFileSync(process.env.TEXTO, 'utf8') : 'bem-vindo';
require('node:http')
  .createServer((req, res) => {
    console.log(req.method, req.url);
    res.end(JSON.stringify({ texto, hora: new Date() }));
  })
  .listen(7000);
process.on('SIGTERM', () => process.exit(0));
`,
};

/** Calls the server in ALVO again and again. */
export const caller: Files = {
  Dockerfile: dockerfile('call.js'),
  'call.js': `const alvo = 'http://' + process.env.ALVO + '/';
async function visita() {
  try {
    const resposta = await fetch(alvo);
    console.log(resposta.status, await resposta.text());
  } catch (erro) {
    console.log('sem resposta:', erro.message);
  }
}
setInterval(visita, 2000);
process.on('SIGTERM', () => process.exit(0));
`,
};

const withFolder = (program: string) => `FROM lab/node:26-dev AS pastas
USER 0
RUN mkdir /banco

FROM lab/node:26
WORKDIR /app
COPY ${program} ./
COPY --from=pastas --chown=65532:65532 /banco /banco
ENTRYPOINT ["node", "${program}"]
`;

/** Writes a row every second. */
export const gravador: Files = {
  Dockerfile: withFolder('grava.mjs'),
  'grava.mjs': `import { DatabaseSync } from 'node:sqlite';
const banco = new DatabaseSync('/banco/fichas.sqlite');
banco.exec('CREATE TABLE IF NOT EXISTS fichas (numero INTEGER PRIMARY KEY, quando TEXT)');
const grava = banco.prepare('INSERT INTO fichas (quando) VALUES (?)');
const relogio = setInterval(() => grava.run(new Date().toISOString()), 1000);
process.once('SIGTERM', () => {
  clearInterval(relogio);
  banco.close();
});
`,
};

/** Writes a row when it is asked to, and never by itself. */
export const published: Files = {
  Dockerfile: withFolder('fichario.mjs'),
  'fichario.mjs': `import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
const banco = new DatabaseSync('/banco/fichas.sqlite');
banco.exec('CREATE TABLE IF NOT EXISTS fichas (numero INTEGER PRIMARY KEY, texto TEXT)');
const servidor = createServer(async (req, res) => {
  if (req.method === 'POST') {
    let texto = '';
    for await (const pedaco of req) texto += pedaco;
    banco.prepare('INSERT INTO fichas (texto) VALUES (?)').run(texto);
    res.statusCode = 201;
  }
  res.end(JSON.stringify(banco.prepare('SELECT * FROM fichas').all()));
}).listen(8091);
process.once('SIGTERM', () => {
  servidor.close();
  servidor.closeAllConnections();
  banco.close();
});
`,
};

/** Two services; who calls whom stands in the code only, and nobody has called when they are up. */
export const pair: Files = {
  'run.sh': `#!/bin/bash
docker network create feira
docker build -t feira/estoque estoque
docker build -t feira/vitrine vitrine
docker run -d --name estoque --network feira feira/estoque
docker run -d --name vitrine --network feira -p 6060:6060 feira/vitrine
echo "Teste: curl http://localhost:6060/painel-do-dia"
`,
  'estoque/Dockerfile': dockerfile('estoque.mjs'),
  'estoque/estoque.mjs': `import { createServer } from 'node:http';
createServer((req, res) => {
  if (req.url !== '/frutas') return res.writeHead(404).end('nada aqui');
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify([{ fruta: 'caju', quilos: 12 }, { fruta: 'pitanga', quilos: 3 }]));
}).listen(6061);
`,
  'vitrine/Dockerfile': dockerfile('vitrine.mjs'),
  'vitrine/vitrine.mjs': `import { createServer } from 'node:http';
createServer(async (req, res) => {
  if (req.url !== '/painel-do-dia') return res.writeHead(404).end('nada aqui');
  const frutas = await (await fetch('http://estoque:6061/frutas')).json();
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify({ total: frutas.length, frutas }));
}).listen(6060);
`,
};
