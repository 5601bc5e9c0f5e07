import { createServer } from 'node:http';

// A complete service: you do not have to change it. Where the provider is comes from the environment variable
// PROVIDER_URL (`docker run --env PROVIDER_URL=…`). Think about the default: inside a container, who is `localhost`?
const port = Number(process.env.PORT ?? 8080);
const providerUrl = process.env.PROVIDER_URL ?? 'http://localhost:8080';

async function summary(): Promise<string> {
  const response = await fetch(`${providerUrl}/products`, { signal: AbortSignal.timeout(3000) });
  if (!response.ok) throw new Error(`the provider answered ${response.status}`);
  const products = (await response.json()) as { name: string; price: number; stock: number }[];
  const available = products.filter(({ stock }) => stock > 0);
  return JSON.stringify({ available: available.map(({ name, price }) => ({ name, price })), of: products.length });
}

const server = createServer(async (request, response) => {
  const { status, body } = await summary().then(
    body => ({ status: 200, body }),
    error => ({
      status: 502,
      body: JSON.stringify({ error: `no answer from ${providerUrl}: ${error.cause ?? error}` }),
    }),
  );
  console.log(`${new Date().toISOString()} ${request.method} ${request.url} ${status}`);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
});

server.listen(port, '0.0.0.0', () => console.log(`listening on port ${port}, asking ${providerUrl}`));

// `docker stop` sends SIGTERM, Ctrl-C sends SIGINT. Without this line, the one would have to wait ten seconds and kill,
// and the other would do nothing: the first process of a container ignores both.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
