const frutas = ['caju', 'cupuaçu', 'jabuticaba'];
require('node:http')
  .createServer((_, saida) => saida.end(frutas.join('\n')))
  .listen(80);
process.on('SIGTERM', () => process.exit(0));
