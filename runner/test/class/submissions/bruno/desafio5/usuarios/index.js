const http = require('http');
const usuarios = { 1: 'Dandara', 2: 'Zumbi' };

http
  .createServer((req, res) => {
    const partes = req.url.split('/').filter(Boolean);
    res.setHeader('Content-Type', 'application/json');
    if (partes[0] === 'usuarios' && partes.length === 1) return res.end(JSON.stringify(Object.values(usuarios)));
    if (partes[0] === 'usuarios' && usuarios[partes[1]]) return res.end(JSON.stringify({ nome: usuarios[partes[1]] }));
    res.statusCode = 404;
    res.end('{"erro":"usuário não existe"}');
  })
  .listen(7001);
process.on('SIGTERM', () => process.exit(0));
