import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { plainBuildOutput } from './build-output.ts';

/** What an engine of 26.1 has answered. */
const recorded = (name: string) => readFileSync(join(import.meta.dirname, '../../test/fixtures', `${name}.ndjson`));

/** The messages that a client gets, whatever the pieces in which the engine's came. */
async function told(answer: Buffer, piece = answer.length): Promise<Record<string, unknown>[]> {
  const plain = plainBuildOutput();
  for (let at = 0; at < answer.length; at += piece) plain.write(answer.subarray(at, at + piece));
  plain.end();
  const lines = (await text(plain)).split('\n').filter(line => line !== '');
  return lines.map(line => JSON.parse(line));
}

const shown = (messages: readonly Record<string, unknown>[]) =>
  messages.map(({ stream }) => (typeof stream === 'string' ? stream : '')).join('');

test('steps are told by name, each once, with what they write', async () => {
  const messages = await told(recorded('buildkit-builds'));
  expect(shown(messages).split('\n')).toEqual([
    '[internal] load metadata for docker.io/lab/node:26-dev',
    '[build 1/3] FROM docker.io/lab/node:26-dev',
    '[build 2/3] RUN <<EOF (echo said...)',
    'said',
    'olá',
    "[build 3/3] RUN --mount=type=cache,target=/cache sh -c 'echo no'",
    'no',
    '',
  ]);
  expect(messages.at(-1)).toEqual({ id: 'moby.image.id', aux: { ID: expect.stringMatching(/^sha256:/) } });
});

test('what fails ends with the engine’s own error', async () => {
  const messages = await told(recorded('buildkit-fails'));
  expect(shown(messages)).toMatch(/no\n$/);
  expect(messages.at(-1)).toMatchObject({ error: expect.stringContaining('exit code: 3') });
});

test('it makes no difference in which pieces it comes', async () => {
  const whole = await told(recorded('buildkit-builds'));
  for (const piece of [1, 7, 1_000]) expect(await told(recorded('buildkit-builds'), piece)).toEqual(whole);
});

test('what is no answer of a builder ends the stream with an error', async () => {
  await expect(told(Buffer.from('<html>\n'))).rejects.toThrow(/JSON/);
  await expect(told(Buffer.alloc(17 * 1024 * 1024, 'x'))).rejects.toThrow('too long');
});
