require('node:http').createServer((_, saida) => saida.end('tudo bem')).listen(8000);
process.on('SIGTERM', () => process.exit(0));
