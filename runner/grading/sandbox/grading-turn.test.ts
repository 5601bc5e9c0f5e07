import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeGradingTurn } from './grading-turn.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-turn-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const { signal } = new AbortController();
const take = (address: string, onWait = vi.fn(), until = signal) =>
  takeGradingTurn(join(folder, 'scratch'), address, { signal: until, onWait });

test('the second grading on an engine waits for the first, and says so', async () => {
  const first = await take('unix:///a.sock');
  const waits = Promise.withResolvers<void>();
  const second = take('unix:///a.sock', vi.fn(waits.resolve));
  await waits.promise;
  first[Symbol.dispose]();
  (await second)[Symbol.dispose]();
});

test('one on another engine does not', async () => {
  using _first = await take('unix:///a.sock');
  const onWait = vi.fn();
  using _second = await take('unix:///b.sock', onWait);
  expect(onWait).not.toHaveBeenCalled();
});

test('who waits can be told to stop', async () => {
  using _first = await take('unix:///a.sock');
  const stop = new AbortController();
  const waiting = take(
    'unix:///a.sock',
    vi.fn(() => stop.abort(new Error('Ctrl-C'))),
    stop.signal,
  );
  await expect(waiting).rejects.toThrow('Ctrl-C');
});
