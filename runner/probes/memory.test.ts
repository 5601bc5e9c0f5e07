import { expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { memoryOf } from './memory.ts';
import { Probes } from './probes.ts';

const probes = () => new Probes({} as Engine);

test('what was kept is recalled under the same key only, and only while it is fresh', () => {
  const memory = memoryOf(probes());
  memory.keep('volume', 'a', 42);
  expect(memory.recall('volume', 'a', 1_000)).toBe(42);
  expect(memory.recall('volume', 'b', 1_000)).toBeUndefined();
  expect(memory.recall('volume', 'a', -1)).toBeUndefined();
  expect(memory.recall('other', 'a', 1_000)).toBeUndefined();
});

test('each loop has a memory of its own, the same at every check', () => {
  const loop = probes();
  memoryOf(loop).keep('x', '', 1);
  expect(memoryOf(loop).recall('x', '', 1_000)).toBe(1);
  expect(memoryOf(probes()).recall('x', '', 1_000)).toBeUndefined();
});
