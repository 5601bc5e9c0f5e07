import { createServer } from 'node:http';

createServer(async (_request, response) => {
  response.end(await (await fetch(`${process.env.PROVIDER_URL}/products`)).text());
}).listen(8080);
process.once('SIGTERM', () => process.exit(0));
