import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';

const port = Number(process.env.PORT ?? 8080);
const timeoutMs = Number(process.env.TIMEOUT_MS ?? 3000);

// Whom to ask for what. The host names are the other containers' names on the network.
const services: Readonly<Record<string, string>> = {
  '/users': process.env.USERS_URL ?? 'http://users:3001',
  '/orders': process.env.ORDERS_URL ?? 'http://orders:3002',
};

/** These headers are about one connection, not about the message: they are not passed on (RFC 9110, 7.6.1). */
const ofTheConnection = [
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'host', 'content-length', 'content-encoding', 'accept-encoding', 'expect'],
];

function withoutConnection(headers: Headers): Headers {
  const passed = new Headers(headers);
  for (const name of ofTheConnection) passed.delete(name);
  return passed;
}

/** Asks the service for just what the client has asked for, and gives the client just what the service answers. */
async function forward(context: Context, service: string): Promise<Response> {
  const { pathname, search } = new URL(context.req.url);
  const { method } = context.req;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    const answer = await fetch(service + pathname + search, {
      method,
      headers: withoutConnection(context.req.raw.headers),
      ...(hasBody ? { body: await context.req.arrayBuffer() } : {}),
      // A redirect is the client's to follow.
      redirect: 'manual',
      // A service that hangs must not hang the gateway, and looking up its name counts too.
      signal: AbortSignal.timeout(timeoutMs),
    });
    return new Response(answer.body, { status: answer.status, headers: withoutConnection(answer.headers) });
  } catch (error) {
    // The gateway itself is well: it says that something behind it is not, and which of the two it was.
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    console.log(`no answer from ${service}: ${explain(error)}`);
    return context.json({ error: `${pathname} is out of order, try again later` }, isTimeout ? 504 : 502);
  }
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

// An index, for people and for `lab verify`: which paths there are.
app.get('/', context => context.json({ paths: Object.keys(services) }));

for (const [path, service] of Object.entries(services)) {
  app.all(path, context => forward(context, service));
  app.all(`${path}/*`, context => forward(context, service));
}

app.notFound(context => context.json({ error: 'no such path' }, 404));

const server = serve({ fetch: app.fetch, hostname: '0.0.0.0', port }, info => {
  console.log(`listening on ${info.address}:${info.port}`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    console.log(`${signal}: closing`);
    server.close();
    process.exit(0);
  });
}
