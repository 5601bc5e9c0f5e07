import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { expect, test } from 'vitest';
import { archiveGate } from './archive-gate.ts';
import { compressionOf } from './compression.ts';
import { PolicyRefusal } from './rules/refusal.ts';
import { collect } from './upstream.ts';

/** What becomes of a body that comes in chunks of such a size: that it goes through as it is, or why it does not. */
async function through(body: Buffer, gzip: boolean, chunkBytes = body.length || 1): Promise<string> {
  const gate = archiveGate(1e6, gzip);
  const chunks = Array.from({ length: Math.ceil(body.length / chunkBytes) }, (_, index) =>
    body.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
  const failed = once(gate, 'error').then(([error]) => {
    if (!(error instanceof PolicyRefusal)) throw error;
    return `${error.refusal.code} ${error.refusal.subject}`;
  });
  const passed = collect(Readable.from(chunks).pipe(gate), 1e7).then(
    bytes => (bytes?.equals(body) ? 'passed' : 'changed'),
    () => failed,
  );
  return Promise.race([failed, passed]);
}

async function tarOf(...names: readonly string[]): Promise<Buffer> {
  const archive = pack();
  for (const name of names) archive.entry({ name }, 'x');
  archive.finalize();
  return buffer(archive);
}

/** A frame that decompressors skip, with this in it. */
function skippable(content: Buffer, kind = 0): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(0x184d2a50 + kind, 0);
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

/**
 * The engine's own decision, written down a second time as moby has it (`archive.DetectCompression`): of at most ten bytes, in this
 * order.
 */
function engineTakesItFor(body: Buffer): string {
  const hex = body.subarray(0, 10).toString('hex');
  if (hex.startsWith('425a68')) return 'bzip2';
  if (hex.startsWith('1f8b08')) return 'gzip';
  if (hex.startsWith('fd377a585a00')) return 'xz';
  if (hex.startsWith('28b52ffd')) return 'zstd';
  return hex.length >= 16 && /^5[0-9a-f]2a4d18/.test(hex) ? 'zstd' : 'plain';
}

/** Numbers that are the same in each run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const magics = ['425a68', '1f8b08', 'fd377a585a00', '28b52ffd', '502a4d18', '5f2a4d18', '5a2a4d18'];

/** Beginnings that have something of everything: magic numbers, whole, cut or with one bit wrong, and nonsense. */
function beginning(below: (most: number) => number): Buffer {
  const magic = Buffer.from(magics[below(magics.length)] ?? '', 'hex');
  if (below(3) === 0) magic[below(magic.length)] = below(256);
  const noise = Buffer.from(Array.from({ length: below(24) }, () => below(256)));
  return Buffer.concat([magic.subarray(0, below(4) === 0 ? below(magic.length + 1) : magic.length), noise]);
}

test('whatever a body begins with, nothing passes that the engine would decompress, but gzip for a build', async () => {
  const below = numbers(2026);
  for (let round = 0; round < 600; round++) {
    const begun = beginning(below);
    // With what marks a tar archive behind it, and without.
    const marked = Buffer.concat([begun, Buffer.alloc(Math.max(257 - begun.length, 0)), Buffer.from('ustar\u000000')]);
    const long = Buffer.concat([marked, Buffer.alloc(below(1024))]);
    for (const body of [begun, long]) {
      const taken = engineTakesItFor(body);
      const story = body.subarray(0, 16).toString('hex');
      if (taken === 'plain') {
        if (body.length >= 8) expect(compressionOf(body), story).toBeUndefined();
        const became = await through(body, true, 1 + below(64));
        expect(became, story).toMatch(body.length === 0 || body === long ? /^passed/ : /^no-archive|^compressed zstd/);
      } else {
        expect(compressionOf(body), story).toBe(taken);
        expect(await through(body, false, 1 + below(64)), story).toBe(`compressed ${taken}`);
        expect(await through(body, true, 1 + below(64)), story).toBe(
          taken === 'gzip' ? 'passed' : `compressed ${taken}`,
        );
      }
    }
  }
});

test('frames to skip, however many and whatever is in them, do not make a tar of zstd', async () => {
  const tar = await tarOf('Dockerfile');
  const below = numbers(5);
  for (let kind = 0; kind < 16; kind++) {
    const frames = Array.from({ length: 1 + below(4) }, () =>
      skippable(below(2) === 0 ? Buffer.alloc(below(3)) : tar.subarray(8, 8 + below(2000)), kind),
    );
    const body = Buffer.concat([...frames, zstdCompressSync(tar)]);
    expect(await through(body, true, 1 + below(300))).toBe('compressed zstd');
    expect(await through(Buffer.concat([skippable(tar.subarray(8), kind), zstdCompressSync(tar)]), true)).toBe(
      'compressed zstd',
    );
  }
});

test('a tar archive is taken for what its first name begins with, as the engine takes it', async () => {
  const named = await tarOf('BZh9.txt');
  expect(named.toString('latin1', 257, 262)).toBe('ustar');
  expect(await through(named, true)).toBe('compressed bzip2');
  expect(await through(await tarOf('B', 'BZh9.txt'), true)).toBe('passed');
  for (const magic of magics.filter(it => it !== '1f8b08')) {
    const tar = await tarOf('Dockerfile');
    Buffer.from(magic, 'hex').copy(tar);
    expect(await through(tar, true)).toMatch(/^compressed /);
  }
});

test('honest archives go through, in whatever pieces they come', async () => {
  const tar = await tarOf('Dockerfile', 'app/index.js');
  for (const bytes of [1, 7, 511, 512, 513, tar.length]) {
    expect(await through(tar, true, bytes)).toBe('passed');
    expect(await through(tar, false, bytes)).toBe('passed');
    expect(await through(gzipSync(tar), true, bytes)).toBe('passed');
  }
  expect(await through(await tarOf(), true)).toBe('passed');
  expect(await through(gzipSync(tar), false)).toBe('compressed gzip');
});
