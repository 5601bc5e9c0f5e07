import { expect, test } from 'vitest';
import { streamLines } from './stream-lines.ts';

async function* chunks(...parts: (Buffer | string)[]) {
  yield* parts;
}
const lines = (...parts: (Buffer | string)[]) => Array.fromAsync(streamLines(chunks(...parts)));

test('lines are put together over chunks, the last one also without its end', async () => {
  expect(await lines('on', 'e\ntw', 'o\n', '\nend')).toEqual(['one', 'two', '', 'end']);
});

test('an end of two characters is one, also where a chunk comes between them', async () => {
  expect(await lines('one\r', '\ntwo\r\n')).toEqual(['one', 'two']);
});

test('a letter of two bytes may be cut by a chunk', async () => {
  const bytes = Buffer.from('contêiner\n');
  expect(await lines(bytes.subarray(0, 5), bytes.subarray(5))).toEqual(['contêiner']);
});

test('a letter that is cut off by the end is marked as such', async () => {
  expect(await lines(Buffer.from('contê').subarray(0, 5))).toEqual(['cont\ufffd']);
});

test('nothing has no lines', async () => {
  expect(await lines()).toEqual([]);
  expect(await lines('')).toEqual([]);
});
