import { createServer } from 'node:http';

// A complete service: you do not have to change it (but you may, and you may write your own in any language).
const port = Number(process.env.PORT ?? 3001);

const users = [
  { id: 1, name: 'Ana' },
  { id: 2, name: 'Bruno' },
  { id: 3, name: 'Clara' },
];

const server = createServer((request, response) => {
  const [, collection, id] = (request.url ?? '/').split('?')[0]?.split('/') ?? [];
  const answer = id === undefined ? users : users.find(user => String(user.id) === id);
  response.statusCode = collection === 'users' && answer !== undefined ? 200 : 404;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(response.statusCode === 200 ? answer : { error: 'there is nothing here' }));
  console.log(`${new Date().toISOString()} ${request.method} ${request.url} ${response.statusCode}`);
});

server.listen(port, '0.0.0.0', () => console.log(`listening on port ${port}`));

// `docker stop` sends SIGTERM, Ctrl-C sends SIGINT. Without this line, the one would have to wait ten seconds and kill,
// and the other would do nothing: the first process of a container ignores both.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
