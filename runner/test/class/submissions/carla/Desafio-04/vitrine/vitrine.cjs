const http = require('node:http');
http
  .createServer((_, saida) => {
    const opcoes = { host: 'catalogo', agent: false, timeout: 2000 };
    const pergunta = http.get(opcoes, resposta => {
      saida.write('Hoje temos: ');
      resposta.pipe(saida);
    });
    pergunta.on('timeout', () => pergunta.destroy());
    pergunta.on('error', () => saida.writeHead(502).end('catálogo fechado'));
  })
  .listen(80);
process.on('SIGTERM', () => process.exit(0));
