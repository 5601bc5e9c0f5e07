import { expect, test } from 'vitest';
import { LineTail } from './line-tail.ts';

const written = (...chunks: readonly (string | Buffer)[]) => {
  const tail = new LineTail(3);
  for (const chunk of chunks) tail.write(Buffer.from(chunk));
  return { lines: tail.lines };
};

test('the last lines are kept, with one that has no end yet', () => {
  expect(written('one\ntw', 'o\nthree\nfour\n').lines).toEqual(['two', 'three', 'four']);
  expect(written('one\ntwo\nthree\nfour').lines).toEqual(['two', 'three', 'four']);
});

test('a character may be cut in two by the chunks', () => {
  const bytes = Buffer.from('olá\n');
  expect(written(bytes.subarray(0, 3), bytes.subarray(3)).lines).toEqual(['olá']);
});

test('colours, control characters and what was written over are not shown', () => {
  expect(written('\u001b[1;31mred\u001b[0m\u0007\n10%\r50%\r100%\r\n').lines).toEqual(['red\uFFFD', '100%']);
});

test('what docker advises about the builder is not the reader’s to follow', () => {
  const advice =
    'DEPRECATED: The legacy builder is deprecated and will be removed in a future release.\n' +
    '            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0\n' +
    '            environment-variable.\n';
  expect(written(`${advice}Step 1/2 : FROM a\n`)).toEqual({
    lines: ['Step 1/2 : FROM a'],
  });
});

test('a line without an end takes up no more room than one with it', () => {
  const tail = new LineTail(2);
  for (let count = 0; count < 1_000; count++) tail.write(Buffer.alloc(1_000, 'x'));
  expect(tail.lines.map(({ length }) => length)).toEqual([500]);
});
