import { createServer } from 'node:http';

const orders = process.env.ORDERS_URL ?? '';

const server = createServer(async (request, response) => {
  const url = request.url ?? '/';
  const isUsers = url.startsWith('/users');
  if (isUsers) return response.writeHead(200).end(JSON.stringify([{ id: 1, name: 'Ana' }]));
  if (!url.startsWith('/orders')) return response.writeHead(404).end();
  try {
    const answer = await fetch(orders + url, { signal: AbortSignal.timeout(3000) });
    response.writeHead(answer.status).end(await answer.text());
  } catch {
    response.writeHead(502).end();
  }
});

server.listen(8080);

process.once('SIGTERM', () => process.exit(0));
