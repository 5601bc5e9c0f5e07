import { serve } from '@hono/node-server';
import { Hono } from 'hono';

// Where the provider is comes from the environment. The default works wherever a container named `provider` is on the
// same network: there, its name is its host name.
const port = Number(process.env.PORT ?? 8080);
const providerUrl = process.env.PROVIDER_URL ?? 'http://provider:8080';
const timeoutMs = Number(process.env.TIMEOUT_MS ?? 2000);

interface Product {
  readonly name: string;
  readonly price: number;
  readonly stock: number;
}

/** The provider's products, as of now. Throws where it cannot be reached, takes too long, or does not answer well. */
async function products(): Promise<Product[]> {
  const response = await fetch(`${providerUrl}/products`, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`the provider answered ${response.status}`);
  return (await response.json()) as Product[];
}

/** Fetch says only "fetch failed"; what really happened (ENOTFOUND, ECONNREFUSED…) is in the cause. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

const app = new Hono();

app.use(async (context, next) => {
  await next();
  console.log(`${new Date().toISOString()} ${context.req.method} ${context.req.path} ${context.res.status}`);
});

// Each request asks the provider anew: what is sold out there is sold out here at once.
app.get('/', async context => {
  const all = await products();
  const available = all.filter(({ stock }) => stock > 0);
  const value = available.reduce((total, { price, stock }) => total + price * stock, 0);
  return context.json({
    available: available.map(({ name, price }) => ({ name, price })),
    soldOut: all.filter(({ stock }) => stock === 0).map(({ name }) => name),
    stockValue: Math.round(value * 100) / 100,
  });
});

// Whether this service runs is one question, whether the provider does is another: this answer needs nobody else.
app.get('/health', context => context.json({ status: 'ok' }));

// A provider that is away is news, not the end: who asked is told so (502: "I asked another, and got no good answer"),
// and the next request tries again.
app.onError((error, context) => {
  const reason = explain(error);
  console.error(`${new Date().toISOString()} no answer from ${providerUrl}: ${reason}`);
  return context.json({ error: 'the provider does not answer', reason }, 502);
});

const server = serve({ fetch: app.fetch, hostname: '0.0.0.0', port }, info => {
  console.log(`listening on ${info.address}:${info.port}, asking ${providerUrl}`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    console.log(`${signal}: closing`);
    server.close();
    process.exit(0);
  });
}
