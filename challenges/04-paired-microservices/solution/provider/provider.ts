import { type HttpBindings, serve } from '@hono/node-server';
import { Hono } from 'hono';

// Configuration comes from the environment (`docker run --env PORT=…`), so that one image fits every place.
const port = Number(process.env.PORT ?? 8080);

const products = [
  { id: 1, name: 'Compass', price: 34.9, stock: 12 },
  { id: 2, name: 'Rope, 20 m', price: 58.5, stock: 3 },
  { id: 3, name: 'Life jacket', price: 129.9, stock: 0 },
  { id: 4, name: 'Signal lamp', price: 76, stock: 8 },
];

const app = new Hono<{ Bindings: HttpBindings }>();

// Standard output is the container's log: `docker logs provider` shows who asked for what.
app.use(async (context, next) => {
  await next();
  const caller = context.env.incoming.socket.remoteAddress;
  console.log(`${new Date().toISOString()} ${caller} ${context.req.method} ${context.req.path} ${context.res.status}`);
});

app.get('/', context => context.json({ service: 'provider', paths: ['/products', '/products/:id', '/health'] }));
app.get('/health', context => context.json({ status: 'ok' }));
app.get('/products', context => context.json(products));
app.get('/products/:id', context => {
  const product = products.find(({ id }) => String(id) === context.req.param('id'));
  return product === undefined ? context.json({ error: 'no such product' }, 404) : context.json(product);
});

// 0.0.0.0 means "on every network interface". A container has a loopback of its own, so a server that listens on
// 127.0.0.1 would hear nobody but itself.
const server = serve({ fetch: app.fetch, hostname: '0.0.0.0', port }, info => {
  console.log(`listening on ${info.address}:${info.port}`);
});

// `docker stop` sends SIGTERM and, ten seconds later, kills. The first process of a container (PID 1) ignores SIGTERM
// unless it says what to do with it: without this, each `docker stop` would take those ten seconds.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    console.log(`${signal}: closing`);
    server.close();
    process.exit(0);
  });
}
