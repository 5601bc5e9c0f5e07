import { limits, sandboxesHere } from './sandbox-bench.ts';

// A program for the tests: opens a sandbox, runs a script in it that has no end, and is killed.
const sandboxes = await sandboxesHere();
const { signal } = new AbortController();
const sandbox = await sandboxes.open({ limits, builder: 'classic', signal });
const script = 'docker run -d lab/node:26 -e "setInterval(() => {}, 1000)"; echo ready; sleep 1000';
const running = sandbox.run({
  ...{ folder: import.meta.dirname, script, signal, timeoutMs: 600_000, graceMs: 1_000, outputBytes: 10_000 },
});
// The container is there once the engine says so, and from then on there is something to leave behind.
while ((await sandbox.connected.engine.facts()).containers.length === 0);
process.stdout.write('ready\n');
await running;
