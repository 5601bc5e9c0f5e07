require('node:http').createServer((q, r) => q.url.startsWith('/' + process.env.WHAT) ? r.end(process.env.WHAT + ' are here') : r.writeHead(404).end('no')).listen(3000);
process.on('SIGTERM', () => process.exit(0));
