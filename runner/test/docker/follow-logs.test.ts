import { afterAll, beforeAll, expect, test } from 'vitest';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { openEngine } from '../../engine/dockerode/dockerode-engine.ts';
import type { LogLine } from '../../engine/facts.ts';

const engine = openEngine({ address: process.env.DOCKER_HOST ?? '' });
let docker: LabelledDocker;

beforeAll(async () => {
  docker = await LabelledDocker.make();
});
afterAll(async () => {
  await docker[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
});

/** Starts a container that runs a Node program, and says its id. */
async function start(program: string, ...options: string[]): Promise<string> {
  const id = await docker.sh('-c', 'docker run --detach "$@"', 'sh', ...options, 'lab/node:26', '-e', program);
  return id.trim();
}

async function all(lines: AsyncIterable<LogLine>): Promise<LogLine[]> {
  const found: LogLine[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

const { signal } = new AbortController();

test('a log is told as it is written, by stream, until the container ends', async () => {
  // One character in two writes; a line that is longer than the engine takes at once.
  const program = `
    process.stdout.write(Buffer.from([0x63, 0xc3]));
    setTimeout(() => process.stdout.write(Buffer.concat([Buffer.from([0xa9]), Buffer.from('\\n')])), 50);
    process.once('SIGTERM', () => { console.error('x'.repeat(40000)); process.exit(3); });
    setInterval(() => {}, 1000);`;
  const id = await start(program, '--init');
  const found: LogLine[] = [];
  for await (const line of engine.followLogs(id, { signal })) {
    found.push(line);
    if (found.length === 1) await engine.stop(id);
  }
  expect(found.map(({ stream, text }) => [stream, text.length > 20 ? text.length : text])).toEqual([
    ['stdout', 'cé'],
    ['stderr', 40000],
  ]);
  const again = await all(engine.followLogs(id, { signal, since: found[0]?.at ?? '' }));
  expect(again.map(({ stream }) => stream)).toEqual(['stderr']);
  expect(await all(engine.followLogs(id, { signal, tail: 0 }))).toEqual([]);
});

test('a silent container can be left, and one with a terminal is read as it is', async () => {
  const id = await start("console.log('olá'); console.error('é'); setInterval(() => {}, 1000)", '--tty');
  const leave = new AbortController();
  const found: string[] = [];
  for await (const { text } of engine.followLogs(id, { signal: leave.signal })) {
    if (found.push(text) === 2) leave.abort();
  }
  expect(found).toEqual(['olá', 'é']);
  const silent = await start('setInterval(() => {}, 1000)');
  const leaveSilence = new AbortController();
  setTimeout(() => leaveSilence.abort(), 300);
  const told = await all(engine.followLogs(silent, { signal: leaveSilence.signal, tail: 10 }));
  expect(told).toEqual([]);
});

test('what cannot be read is an error that says so', async () => {
  const id = await start('setInterval(() => {}, 1000)', '--log-driver', 'none');
  await expect(all(engine.followLogs(id, { signal }))).rejects.toThrow(/does not support reading/);
  await expect(all(engine.followLogs('no-such-container', { signal }))).rejects.toMatchObject({ kind: 'not-found' });
});
