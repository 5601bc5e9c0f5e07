import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readPastEvents } from './past-events.ts';

const { signal } = new AbortController();
const quietMs = 20;
const line = (id: string) => `${JSON.stringify({ Type: 'container', Action: 'die', Actor: { ID: id }, time: 1 })}\n`;

/** An engine that tells of its past through a stream that the test holds. */
function engine(ping: () => Promise<unknown> = async () => 'OK') {
  const stream = new PassThrough();
  const asked: { since?: unknown; until?: string }[] = [];
  const docker = {
    getEvents: async (options: object) => {
      asked.push(options);
      return stream;
    },
    ping,
  } as unknown as Parameters<typeof readPastEvents>[0];
  return { stream, asked, read: (clock = () => 0) => readPastEvents(docker, clock, signal, quietMs) };
}

test("they are asked for until now by the engine's clock, whatever ours says", async () => {
  const { stream, asked, read } = engine();
  stream.end(line('a') + line('b'));
  const engineNow = Date.now() - 3_600_000;
  expect((await read(() => engineNow)).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(Number(asked[0]?.until) * 1_000).toBeCloseTo(engineNow + 100, 0);
});

test('a stream that never ends is left once it is quiet', async () => {
  const { stream, read } = engine();
  stream.write(line('a'));
  expect((await read()).map(({ id }) => id)).toEqual(['a']);
  expect(stream.destroyed).toBe(true);
});

test('an engine that is only slow is waited for: it does not answer anything else either', async () => {
  const hanging = Promise.withResolvers<void>();
  const { stream, read } = engine(() => hanging.promise);
  const reading = read();
  await sleep(3 * quietMs);
  stream.write(line('late'));
  hanging.resolve();
  expect((await reading).map(({ id }) => id)).toEqual(['late']);
});

test('a stream that breaks is an error', async () => {
  const { stream, read } = engine();
  const reading = read();
  stream.destroy(new Error('reset'));
  await expect(reading).rejects.toThrow('reset');
});
