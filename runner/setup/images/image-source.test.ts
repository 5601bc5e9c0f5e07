import { expect, test } from 'vitest';
import { formatSource, type ImageSource, parseSource } from './image-source.ts';

test.each<ImageSource>([
  { kind: 'packages', release: 'debian bookworm' },
  { kind: 'registry', reference: '127.0.0.1:5000/chainguard/node@sha256:12' },
  { kind: 'image', id: 'sha256:34' },
])('a source reads back as it was written: $kind', source => {
  expect(parseSource(formatSource(source))).toEqual(source);
});

test.each([undefined, '', 'packages:', 'elsewhere:x'])('%j is no source', text => {
  expect(parseSource(text)).toBeUndefined();
});
