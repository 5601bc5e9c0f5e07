import { createServer } from 'node:http';

const users = process.env.USERS_URL ?? '';
const orders = process.env.ORDERS_URL ?? '';

/** The service for a path. */
const serviceFor = (url: string) => (/^\/users\b/.test(url) ? users : /^\/orders\b/.test(url) ? orders : undefined);

/** Never gives up. */
async function ask(url: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url, { signal: AbortSignal.timeout(1000) });
    } catch {
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }
}

const server = createServer(async (request, response) => {
  const url = request.url ?? '/';
  const service = serviceFor(url);
  if (service === undefined) return response.writeHead(404).end();
  const answer = await ask(service + url);
  response.writeHead(answer.status).end(await answer.text());
});

server.listen(8080);

process.once('SIGTERM', () => process.exit(0));
