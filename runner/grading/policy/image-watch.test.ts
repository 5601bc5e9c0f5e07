import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { watched, watchOf } from './image-watch.ts';
import { collect } from './upstream.ts';

const sent = (path: string, method = 'POST') =>
  watchOf({ allow: true, method, path, subjects: [], carries: 'nothing' });

test('builds and pulls are watched, by the names that they are about', () => {
  expect(sent('/v1.41/build?t=a%3A1&t=b&version=1')?.seen).toMatchObject({ kind: 'build', names: ['a:1', 'b'] });
  expect(sent('/v1.41/images/create?fromImage=node&tag=22')?.seen).toMatchObject({ kind: 'pull', names: ['node:22'] });
  expect(sent('/v1.41/images/create?fromImage=a%2Fb&tag=sha256%3Aab')?.seen.names).toEqual(['a/b@sha256:ab']);
  for (const path of ['/v1.41/containers/build/start', '/v1.41/images/a/tag?repo=b', '/v1.41/build/prune'])
    expect(sent(path)).toBeUndefined();
});

/** An answer of these messages, in pieces. */
async function watching(messages: readonly object[], pieceBytes: number, isWhole = true) {
  const watch = sent('/v1.41/build?t=x');
  if (watch === undefined) throw new Error('it is not watched');
  const bytes = Buffer.from(messages.map(message => `${JSON.stringify(message)}\r\n`).join(''));
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  const through = watched(watch);
  if (!isWhole) {
    for (const piece of pieces) through.write(piece);
    return watch.seen;
  }
  expect(await collect(Readable.from(pieces).pipe(through), 1e7)).toEqual(bytes);
  return watch.seen;
}

const steps = [
  { stream: 'Step 1/3 : FROM node:22\n' },
  { stream: ' ---> 123\nolá\n' },
  { stream: 'Step 2/3 : RUN npm ci\n' },
  { stream: 'npm error code EAI_AGAIN\n' },
];

test.each([1, 7, 4096])('in pieces of %d bytes an answer goes through unchanged, and is read', async bytes => {
  expect(await watching(steps, bytes)).toMatchObject({ ending: 'done', error: '' });
  const failure = { errorDetail: { code: 1, message: 'x' }, error: "The command '/bin/sh -c npm ci' returned…" };
  expect(await watching([...steps, failure], bytes)).toMatchObject({
    ...{ ending: 'failed', error: failure.error, instruction: 'RUN npm ci', output: ['npm error code EAI_AGAIN'] },
  });
});

test('of BuildKit’s steps the last that was begun is known', async () => {
  const stream = '[internal] load metadata for docker.io/library/node:22\n[build 2/5] RUN npm ci\n';
  expect(await watching([{ stream }], 99)).toMatchObject({ instruction: 'RUN npm ci', output: [] });
});

test('what has no end is open, and what is very long or no message does not disturb', async () => {
  expect(await watching(steps, 4096, false)).toMatchObject({ ending: 'open', instruction: 'RUN npm ci' });
  const many = Array.from({ length: 300 }, (_, number) => ({ stream: `${number}\n` }));
  const { output, error } = await watching([{ stream: 'x'.repeat(100_000) }, ...many, { error: 'at last' }], 999);
  expect({ output: output.slice(-2), kept: output.length, error }).toEqual({
    ...{ output: ['298', '299'], kept: 40, error: 'at last' },
  });
});
