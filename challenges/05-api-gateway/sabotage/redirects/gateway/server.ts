import { createServer } from 'node:http';

const ports: Readonly<Record<string, string | undefined>> = {
  users: process.env.USERS_PORT,
  orders: process.env.ORDERS_PORT,
};

const server = createServer((request, response) => {
  const [, name = ''] = (request.url ?? '/').split('/');
  const port = ports[name];
  if (port === undefined) return response.writeHead(404).end();
  response.writeHead(302, { location: `http://localhost:${port}${request.url}` }).end();
});

server.listen(8080);

process.once('SIGTERM', () => process.exit(0));
