import { serve } from '@hono/node-server';
import { Hono } from 'hono';

// Configuration comes from the environment (`docker run --env PORT=…`), so that one image fits every place.
const port = Number(process.env.PORT ?? 3001);

const users = [
  { id: 1, name: 'Ana', city: 'Belém' },
  { id: 2, name: 'Bruno', city: 'Recife' },
  { id: 3, name: 'Clara', city: 'Curitiba' },
];

const app = new Hono();

// Standard output is the container's log: `docker logs users` shows who asked for what.
app.use(async (context, next) => {
  await next();
  console.log(`${new Date().toISOString()} ${context.req.method} ${context.req.path} ${context.res.status}`);
});

app.get('/users', context => context.json(users));
app.get('/users/:id', context => {
  const user = users.find(({ id }) => String(id) === context.req.param('id'));
  return user === undefined ? context.json({ error: 'no such user' }, 404) : context.json(user);
});
app.get('/health', context => context.json({ status: 'ok' }));

// 0.0.0.0 means "on every network interface": the gateway calls from another container.
const server = serve({ fetch: app.fetch, hostname: '0.0.0.0', port }, info => {
  console.log(`listening on ${info.address}:${info.port}`);
});

// The first process of a container (PID 1) ignores SIGTERM unless it says what to do with it: without this, each
// `docker stop` would take ten seconds.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    console.log(`${signal}: closing`);
    server.close();
    process.exit(0);
  });
}
