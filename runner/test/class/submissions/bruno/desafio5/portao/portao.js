const http = require('http');

const destinos = [
  [/^\/usuarios(\/|$|\?)/, process.env.URL_USUARIOS],
  [/^\/pedidos(\/|$|\?)/, process.env.URL_PEDIDOS],
];

http
  .createServer(async (req, res) => {
    if (req.url === '/') return res.end('caminhos: /usuarios /pedidos');
    const destino = destinos.find(d => d[0].test(req.url));
    if (!destino) {
      res.statusCode = 404;
      return res.end('caminho desconhecido');
    }
    try {
      const r = await fetch(destino[1] + req.url, { method: req.method, signal: AbortSignal.timeout(3000) });
      res.statusCode = r.status;
      res.setHeader('Content-Type', r.headers.get('content-type'));
      res.end(Buffer.from(await r.arrayBuffer()));
    } catch (e) {
      res.statusCode = 503;
      res.end('serviço indisponível');
    }
  })
  .listen(9000);
process.on('SIGTERM', () => process.exit(0));
