import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadSession } from '../test/fakes/dead-session.ts';
import { type Engine, EngineError } from './engine.ts';
import { FileJournal } from './journal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-journal-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** An engine that notes what is started on it. */
function engineAt(address: string, start?: () => Promise<void>) {
  const started: string[] = [];
  const engine = { address, start: start ?? (async (id: string) => void started.push(id)) } as unknown as Engine;
  return { engine, started };
}

/** No process has this number: it is beyond what Linux gives. */
const leave = (name: string, entry: unknown) => writeFile(join(folder, name), JSON.stringify(entry));

test('what is struck out leaves nothing', async () => {
  const { engine, started } = engineAt('unix:///a');
  const journal = new FileJournal(folder);
  const strikeOut = await journal.note(engine, 'c1');
  expect(await readdir(folder)).toHaveLength(1);
  await strikeOut();
  await journal.putRight(engine);
  expect(await readdir(folder)).toEqual([]);
  expect(started).toEqual([]);
});

test('what a living process has noted is its own to put right', async () => {
  const { engine, started } = engineAt('unix:///a');
  const journal = new FileJournal(folder);
  await journal.note(engine, 'c1');
  await journal.putRight(engine);
  expect(started).toEqual([]);
  expect(await readdir(folder)).toHaveLength(1);
});

test('what a dead process has left is started, on its own engine only', async () => {
  const { engine, started } = engineAt('unix:///a');
  await leave('1.json', { session: deadSession(), engine: 'unix:///a', container: 'c1' });
  await leave('2.json', { session: deadSession(), engine: 'unix:///b', container: 'c2' });
  await leave('3.json', 'garbage');
  await new FileJournal(folder).putRight(engine);
  expect(started).toEqual(['c1']);
  expect((await readdir(folder)).sort()).toEqual(['2.json', '3.json']);
});

test('a container that is gone is as good as started; an engine that is gone is not', async () => {
  await leave('1.json', { session: deadSession(), engine: 'unix:///a', container: 'c1' });
  const journal = new FileJournal(folder);
  const away = engineAt('unix:///a', () => Promise.reject(new EngineError('unreachable', 'gone')));
  await expect(journal.putRight(away.engine)).rejects.toThrow('gone');
  expect(await readdir(folder)).toHaveLength(1);
  const without = engineAt('unix:///a', () => Promise.reject(new EngineError('not-found', 'no such container')));
  await journal.putRight(without.engine);
  expect(await readdir(folder)).toEqual([]);
});

test('a folder that is not there yet has nothing to put right', async () => {
  const { engine, started } = engineAt('unix:///a');
  await new FileJournal(join(folder, 'none')).putRight(engine);
  expect(started).toEqual([]);
});

test('where no journal can be, there is nothing to put right, and nothing may be disturbed', async () => {
  await writeFile(join(folder, 'state'), 'a file where the state folder should be');
  const { engine, started } = engineAt('unix:///a');
  const journal = new FileJournal(join(folder, 'state', 'journal'));
  await journal.putRight(engine);
  expect(started).toEqual([]);
  await expect(journal.note(engine, 'c1')).rejects.toThrow('ENOTDIR');
});
