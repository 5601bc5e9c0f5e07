// servidor do desafio 1
const http = require('http');

http
  .createServer(function (req, res) {
    console.log('chegou', req.method, req.url, 'de', req.socket.remoteAddress);
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    res.write('<h1>Olá do servidor!</h1>');
    res.end();
  })
  .listen(5000, '0.0.0.0');

process.on('SIGTERM', function () {
  process.exit(0);
});
