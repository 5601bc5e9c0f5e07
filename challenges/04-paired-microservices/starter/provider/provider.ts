import { createServer } from 'node:http';

// A complete service: you do not have to change it (but you may, and you may write your own in any language).
const port = Number(process.env.PORT ?? 8080);

const products = [
  { id: 1, name: 'Compass', price: 34.9, stock: 12 },
  { id: 2, name: 'Rope, 20 m', price: 58.5, stock: 3 },
  { id: 3, name: 'Life jacket', price: 129.9, stock: 0 },
];

const server = createServer((request, response) => {
  const found = request.url === '/products';
  console.log(`${new Date().toISOString()} ${request.method} ${request.url} from ${request.socket.remoteAddress}`);
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(found ? products : { error: 'not found', paths: ['/products'] }));
});

server.listen(port, '0.0.0.0', () => console.log(`listening on port ${port}`));

// `docker stop` sends SIGTERM, Ctrl-C sends SIGINT. Without this line, the one would have to wait ten seconds and kill,
// and the other would do nothing: the first process of a container ignores both.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
