const http = require('http');
const cidades = { Recife: 31, Manaus: 33, Curitiba: 17, Natal: 30 };

const servidor = http.createServer((req, res) => {
  if (req.url == '/temperaturas' || req.url == '/') {
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify(cidades));
  } else {
    res.statusCode = 404;
    res.end('nao achei');
  }
});
servidor.listen(4001);
process.on('SIGTERM', () => process.exit(0));
