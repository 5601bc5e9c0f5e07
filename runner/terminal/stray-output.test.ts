import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { StrayFile, takeStrayOutput } from './stray-output.ts';

test('takes what is written and what Node warns of, and gives all back as it was', async () => {
  const stream = new PassThrough();
  const kept: string[] = [];
  const before = { write: stream.write, listeners: process.listeners('warning') };
  const giveBack = takeStrayOutput([stream as unknown as NodeJS.WriteStream], text => kept.push(text));
  const done = new Promise<void>(resolve => stream.write('from a library\n', () => resolve()));
  stream.write(Buffer.from('as bytes\n'));
  process.emitWarning('something is going away', 'DeprecationWarning');
  await done;
  await new Promise(setImmediate);
  giveBack();
  expect(stream.read()).toBeNull();
  expect(kept.slice(0, 2)).toEqual(['from a library\n', 'as bytes\n']);
  expect(kept[2]).toContain('DeprecationWarning: something is going away');
  expect(stream.write).toBe(before.write);
  expect(process.listeners('warning')).toEqual(before.listeners);
});

test('keeps strays in a file, and does without one that cannot be written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'estaleiro-strays-'));
  try {
    const strays = new StrayFile(join(folder, 'deep', 'screen.log'));
    strays.keep('one\n');
    strays.keep('two\n');
    expect(readFileSync(strays.path, 'utf8')).toBe('one\ntwo\n');
    expect(strays.last).toBe('one\ntwo\n');
    const nowhere = new StrayFile(join(strays.path, 'not-a-folder'));
    nowhere.keep('lost\n');
    expect(nowhere.last).toBe('lost\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
