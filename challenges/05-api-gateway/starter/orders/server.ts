import { createServer } from 'node:http';

// A complete service: you do not have to change it (but you may, and you may write your own in any language).
const port = Number(process.env.PORT ?? 3002);

const orders = [
  { id: 1, user: 1, item: 'hammock' },
  { id: 2, user: 1, item: 'coffee' },
  { id: 3, user: 3, item: 'mate gourd' },
];

const server = createServer((request, response) => {
  const [, collection, id] = (request.url ?? '/').split('?')[0]?.split('/') ?? [];
  const answer = id === undefined ? orders : orders.find(order => String(order.id) === id);
  response.statusCode = collection === 'orders' && answer !== undefined ? 200 : 404;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(response.statusCode === 200 ? answer : { error: 'there is nothing here' }));
  console.log(`${new Date().toISOString()} ${request.method} ${request.url} ${response.statusCode}`);
});

server.listen(port, '0.0.0.0', () => console.log(`listening on port ${port}`));

// `docker stop` sends SIGTERM, Ctrl-C sends SIGINT. Without this line, the one would have to wait ten seconds and kill,
// and the other would do nothing: the first process of a container ignores both.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
