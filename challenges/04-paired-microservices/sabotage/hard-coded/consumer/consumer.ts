import { createServer } from 'node:http';

const products = [{ name: 'Compass' }, { name: 'Rope, 20 m' }, { name: 'Life jacket' }];
createServer((_request, response) => response.end(JSON.stringify(products))).listen(8080);
process.once('SIGTERM', () => process.exit(0));
