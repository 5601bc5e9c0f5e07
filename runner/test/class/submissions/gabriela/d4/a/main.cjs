require('node:http').createServer((q, r) => r.end(JSON.stringify([{ city: 'Olinda' }, { city: 'Ouro Preto' }]))).listen(8080);
process.on('SIGTERM', () => process.exit(0));
