import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const port = Number(process.env.PORT ?? 3002);

const orders = [
  { id: 1, user: 1, item: 'hammock', total: 189.9 },
  { id: 2, user: 1, item: 'coffee', total: 32.5 },
  { id: 3, user: 3, item: 'mate gourd', total: 74 },
];

const app = new Hono();

app.use(async (context, next) => {
  await next();
  console.log(`${new Date().toISOString()} ${context.req.method} ${context.req.path} ${context.res.status}`);
});

// `/orders?user=1` gives the orders of one user: the gateway has to pass on what stands behind the question mark too.
app.get('/orders', context => {
  const user = context.req.query('user');
  return context.json(user === undefined ? orders : orders.filter(order => String(order.user) === user));
});
app.get('/orders/:id', context => {
  const order = orders.find(({ id }) => String(id) === context.req.param('id'));
  return order === undefined ? context.json({ error: 'no such order' }, 404) : context.json(order);
});
app.get('/health', context => context.json({ status: 'ok' }));

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
