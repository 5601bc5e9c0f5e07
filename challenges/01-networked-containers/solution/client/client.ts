import { setTimeout as pause } from 'node:timers/promises';

// Whom to call, and how often, comes from the environment: the same image works against any server.
// In the URL, `server` is the name of a container. Docker's own DNS server turns it into an address.
const url = process.env.SERVER_URL ?? 'http://server:8080';
const periodMs = Number(process.env.PERIOD_MS ?? 2000);

// PID 1 ignores SIGTERM unless it says what to do with it, and `docker stop` would have to wait ten seconds and kill.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));

/** One request. Returns what to write into the log. */
async function call(): Promise<string> {
  const response = await fetch(url, {
    // A server that hangs must not hang the client.
    signal: AbortSignal.timeout(5000),
    // A new connection each time looks the name up again, so a server that comes back at another address is found.
    headers: { connection: 'close' },
  });
  return `${response.status} ${await response.text()}`;
}

/** Fetch says only "fetch failed"; what really happened (ENOTFOUND, ECONNREFUSED…) is in the cause. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

console.log(`calling ${url} every ${periodMs} ms`);

for (;;) {
  // A failed request is news, not the end: the server may only be restarting.
  const outcome = await call().catch(error => `no answer: ${explain(error)}`);
  console.log(`${new Date().toISOString()} ${outcome}`);
  await pause(periodMs);
}
