import { setTimeout as pause } from 'node:timers/promises';

// A complete client: you do not have to change it. Whom it calls comes from the environment variable SERVER_URL
// (`docker run --env SERVER_URL=…`). Think about the default: inside a container, who is `localhost`?
const url = process.env.SERVER_URL ?? 'http://localhost:8080';

// `docker stop` sends SIGTERM, Ctrl-C sends SIGINT. Without this line, the one would have to wait ten seconds and kill,
// and the other would do nothing: the first process of a container ignores both.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));

console.log(`calling ${url}`);

for (;;) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    console.log(`${new Date().toISOString()} ${response.status} ${await response.text()}`);
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    console.log(`${new Date().toISOString()} no answer from ${url}: ${cause}`);
  }
  await pause(2000);
}
