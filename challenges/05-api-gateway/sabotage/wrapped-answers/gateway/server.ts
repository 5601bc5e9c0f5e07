import { createServer } from 'node:http';

const users = process.env.USERS_URL ?? '';
const orders = process.env.ORDERS_URL ?? '';

/** The service for a path. */
const serviceFor = (url: string) => (/^\/users\b/.test(url) ? users : /^\/orders\b/.test(url) ? orders : undefined);

const server = createServer(async (request, response) => {
  const url = request.url ?? '/';
  const service = serviceFor(url);
  if (service === undefined) return response.writeHead(404).end();
  try {
    const answer = await fetch(service + url, { signal: AbortSignal.timeout(3000) });
    const boxed = JSON.stringify({ ok: answer.ok, data: await answer.json() });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(boxed);
  } catch {
    response.writeHead(502).end();
  }
});

server.listen(8080);

process.once('SIGTERM', () => process.exit(0));
