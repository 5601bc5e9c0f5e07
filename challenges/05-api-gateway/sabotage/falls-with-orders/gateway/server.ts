import { createServer } from 'node:http';

const users = process.env.USERS_URL ?? '';
const orders = process.env.ORDERS_URL ?? '';

/** The service for a path. */
const serviceFor = (url: string) => (/^\/users\b/.test(url) ? users : /^\/orders\b/.test(url) ? orders : undefined);

const server = createServer(async (request, response) => {
  const url = request.url ?? '/';
  const service = serviceFor(url);
  if (service === undefined) return response.writeHead(404).end();
  const answer = await fetch(service + url, { signal: AbortSignal.timeout(3000) });
  response.writeHead(answer.status).end(await answer.text());
});

server.listen(8080);

process.once('SIGTERM', () => process.exit(0));
