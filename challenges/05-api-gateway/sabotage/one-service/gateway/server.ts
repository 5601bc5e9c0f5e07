import { createServer } from 'node:http';

const users = process.env.USERS_URL ?? '';

const server = createServer(async (request, response) => {
  const url = request.url ?? '/';
  if (!/^\/(users|orders)\b/.test(url)) return response.writeHead(404).end();
  try {
    const answer = await fetch(users + url, { signal: AbortSignal.timeout(3000) });
    response.writeHead(answer.status).end(await answer.text());
  } catch {
    response.writeHead(502).end();
  }
});

server.listen(8080);

process.once('SIGTERM', () => process.exit(0));
