const http = require('http');

let pedidos = [];
for (let i = 1; i <= 4; i++) pedidos.push({ numero: i, valor: i * 12.5, usuario: (i % 2) + 1 });

http
  .createServer((req, res) => {
    const achou = /^\/pedidos(?:\/(\d+))?\/?$/.exec(req.url);
    const pedido = achou && achou[1] ? pedidos[achou[1] - 1] : pedidos;
    if (!achou || !pedido) {
      res.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      return res.end('pedido não existe');
    }
    res.writeHead(200, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify(pedido));
  })
  .listen(7002);
process.on('SIGTERM', () => process.exit(0));
