import { createServer } from 'node:http';

createServer(async (_request, response) => {
  const products = fetch(`${process.env.PROVIDER_URL}/products`).then(answer => answer.text());
  response.end(await products.catch(() => '<h1>Sorry, no products today</h1>'));
}).listen(8080);
process.once('SIGTERM', () => process.exit(0));
