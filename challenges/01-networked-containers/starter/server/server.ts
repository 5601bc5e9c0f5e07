import { createServer } from 'node:http';

// A complete server: you do not have to change it (but you may, and you may write your own in any language).
const port = Number(process.env.PORT ?? 8080);

const server = createServer((request, response) => {
  console.log(`${new Date().toISOString()} ${request.method} ${request.url} from ${request.socket.remoteAddress}`);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ message: 'Hello from the server' }));
});

server.listen(port, '0.0.0.0', () => console.log(`listening on port ${port}`));

// `docker stop` sends SIGTERM, Ctrl-C sends SIGINT. Without this line, the one would have to wait ten seconds and kill,
// and the other would do nothing: the first process of a container ignores both.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
