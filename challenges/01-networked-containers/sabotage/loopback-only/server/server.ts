const { createServer } = require('node:http');

createServer((_request, response) => response.end('hello\n')).listen(8080, '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
