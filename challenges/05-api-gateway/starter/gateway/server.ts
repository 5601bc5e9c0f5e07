import { createServer } from 'node:http';

// A complete gateway, but for one thing (see below). Whom it asks comes from the environment (`docker run --env
// USERS_URL=…`). Think about the defaults: inside a container, who is `localhost`?
const services = {
  users: process.env.USERS_URL ?? 'http://localhost:3001',
  orders: process.env.ORDERS_URL ?? 'http://localhost:3002',
};
const port = Number(process.env.PORT ?? 8080);

/** The service for a path: `/users` and `/users/2` are for `users`. */
function serviceFor(path: string): string | undefined {
  return Object.entries(services).find(([name]) => path === `/${name}` || path.startsWith(`/${name}/`))?.[1];
}

const server = createServer(async (request, response) => {
  const url = request.url ?? '/';
  const service = serviceFor(url.split('?')[0] ?? '/');
  if (service === undefined) {
    response.writeHead(404).end('there is nothing here\n');
  } else {
    try {
      const answer = await fetch(service + url);
      const type = answer.headers.get('content-type') ?? 'text/plain';
      response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
    } catch (error) {
      // TODO, for the bonus: 500 means "I am broken", but it is the service behind that does not answer. Which status
      // says that? And what if it takes the connection, and never answers?
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      response.writeHead(500).end(`${cause}\n`);
    }
  }
  console.log(`${new Date().toISOString()} ${request.method} ${url} ${response.statusCode}`);
});

server.listen(port, '0.0.0.0', () => console.log(`listening on port ${port}`));

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
