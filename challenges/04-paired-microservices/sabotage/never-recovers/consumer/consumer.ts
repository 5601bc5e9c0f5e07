import { createServer } from 'node:http';

let isLost = false;
createServer(async (_request, response) => {
  try {
    if (isLost) throw new Error('the provider was lost');
    response.end(await (await fetch(`${process.env.PROVIDER_URL}/products`)).text());
  } catch (error) {
    isLost = true;
    response.writeHead(503).end(String(error));
  }
}).listen(8080);
process.once('SIGTERM', () => process.exit(0));
