const http = require('http');
const cidades = [
  { cidade: 'Recife', graus: 31 },
  { cidade: 'Manaus', graus: 33 },
  { cidade: 'Curitiba', graus: 17 },
];

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
