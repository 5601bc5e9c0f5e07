import { createServer } from 'node:http';

const products = [{ name: 'Bússola' }, { name: 'Corda de 20 m' }];
createServer((_request, response) => response.end(JSON.stringify(products))).listen(8080, '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
