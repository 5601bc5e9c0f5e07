import { createServer } from 'node:http';

createServer(async (_request, response) => {
  await (await fetch(`${process.env.PROVIDER_URL}/products`)).text();
  response.end(JSON.stringify({ status: 'ok', message: 'the provider was called', products: 3 }));
}).listen(8080);
process.once('SIGTERM', () => process.exit(0));
