import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFile } from '../base/file-lock.ts';
import { FileProgress } from './file-progress.ts';
import { learnHint, learnOpened, learnTime } from './learn.ts';
import { mergeProgress, withoutChallenges } from './merge.ts';
import { noProgress, progressOf } from './progress.ts';

let folder: string;
let store: FileProgress;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-progress-'));
  store = new FileProgress(join(folder, 'state'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const noon = Date.UTC(2026, 10, 20, 12);
const opened = learnOpened('one', noon);
const beside = () => readdirSync(join(folder, 'state')).filter(name => name !== 'progress.lock');

test('nothing is made by reading', async () => {
  expect(await store.read()).toEqual({ progress: noProgress, troubles: [], backup: undefined });
  expect(existsSync(join(folder, 'state'))).toBe(false);
});

test('what is saved is there for the next one, readable by nobody else', async () => {
  await store.update(saved => mergeProgress(saved, opened));
  expect((await new FileProgress(join(folder, 'state')).read()).progress).toEqual(opened);
  expect(statSync(store.file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'state')).mode & 0o777).toBe(0o700);
  expect(beside()).toEqual(['progress.json']);
});

test('what changes nothing is not written', async () => {
  await store.update(saved => mergeProgress(saved, opened));
  const before = statSync(store.file).ino;
  await store.update(saved => mergeProgress(saved, opened));
  expect(statSync(store.file).ino).toBe(before);
});

test.each([
  ['damaged', '{"schema":"lab.progress/1","chall'],
  ['damaged', '{"schema":"lab.progress/1","challenges":{"one":{"spentMs":-1}}}'],
  ['damaged', ''],
  ['newer', '{"schema":"lab.progress/2"}'],
] as const)('a %s file is set aside as it is, and said so: %s', async (why, text) => {
  for (const act of [() => store.read(), () => store.update(saved => mergeProgress(saved, opened))]) {
    mkdirSync(join(folder, 'state'), { recursive: true });
    writeFileSync(store.file, text);
    const { troubles } = await act();
    const [trouble] = troubles;
    expect(trouble).toMatchObject({ kind: 'set-aside', why });
    const file = trouble?.file ?? '';
    expect(file).toMatch(new RegExp(`progress\\.json\\.${why}-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d(-2)?$`));
    expect(readFileSync(file, 'utf8')).toBe(text);
  }
  // The second did not write over the first.
  expect(beside()).toHaveLength(3);
  expect((await store.read()).progress).toEqual(opened);
});

test('what was before a reset or an import is kept beside', async () => {
  await store.update(saved => mergeProgress(saved, opened));
  const text = readFileSync(store.file, 'utf8');
  const { backup, progress } = await store.update(saved => withoutChallenges(saved, ['one']), { backup: 'reset' });
  expect(progress).toEqual(noProgress);
  expect(backup).toMatch(/progress\.json\.before-reset-/);
  expect(readFileSync(backup ?? '', 'utf8')).toBe(text);
});

test('a folder that is a file stops nobody: it is told, and what would be saved goes on', async () => {
  writeFileSync(join(folder, 'state'), '');
  const { progress, troubles } = await store.update(saved => mergeProgress(saved, opened));
  expect(progress).toEqual(opened);
  expect(troubles).toMatchObject([{ kind: 'not-saved', reason: { kind: 'system' } }]);
});

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is told, and read', async () => {
  await store.update(saved => mergeProgress(saved, opened));
  chmodSync(join(folder, 'state'), 0o500);
  try {
    const { progress, troubles } = await store.update(saved => mergeProgress(saved, learnTime('one', 5)));
    expect(troubles).toMatchObject([{ kind: 'not-saved' }]);
    expect(progressOf(progress, 'one')).toMatchObject({ firstOpenedAt: '2026-11-20T12:00:00.000Z', spentMs: 5 });
  } finally {
    chmodSync(join(folder, 'state'), 0o700);
  }
});

// A full disk, without one: nothing can be written to /dev/full.
test.skipIf(process.platform !== 'linux')('a full disk leaves what was saved as it was', async () => {
  await store.update(saved => mergeProgress(saved, opened));
  const { symlinkSync } = await import('node:fs');
  symlinkSync('/dev/full', `${store.file}.new`);
  const { troubles } = await store.update(saved => mergeProgress(saved, learnTime('one', 5)));
  expect(troubles).toMatchObject([{ kind: 'not-saved', reason: { message: expect.stringContaining('ENOSPC') } }]);
  expect((await store.read()).progress).toEqual(opened);
});

test('while another one holds the lock nothing is written', async () => {
  await store.update(saved => mergeProgress(saved, opened));
  using _lock = await lockFile(join(folder, 'state/progress.lock'), { deadlineMs: 1_000 });
  const impatient = new FileProgress(join(folder, 'state'), { timeoutMs: 20 });
  const { troubles } = await impatient.update(saved => mergeProgress(saved, learnTime('one', 5)));
  expect(troubles).toMatchObject([{ kind: 'not-saved', reason: { kind: 'busy' } }]);
  expect((await impatient.read()).progress).toEqual(opened);
});

test('several at a time, in this process and others, lose nothing of each other', async () => {
  const times = 25;
  // What counts here is what is lost, not how long a slow disk takes for all of them.
  const timeoutMs = 60_000;
  const others = [1, 2].map(number => {
    const script = `
      import { FileProgress } from './runner/progress/file-progress.ts';
      import { learnHint, learnTime } from './runner/progress/learn.ts';
      import { mergeProgress } from './runner/progress/merge.ts';
      const store = new FileProgress(process.argv[1], { timeoutMs: ${timeoutMs} });
      for (let i = 0; i < ${times}; i += 1) {
        const more = mergeProgress(learnTime('one', 1), learnHint('one', 'p${number}-' + i, 1, 0));
        const { troubles } = await store.update(saved => mergeProgress(saved, more));
        if (troubles.length > 0) throw new Error(JSON.stringify(troubles));
      }`;
    return spawn(process.execPath, ['--input-type=module', '--eval', script, join(folder, 'state')], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  });
  const ended = others.map(child => once(child, 'exit'));
  const patient = new FileProgress(join(folder, 'state'), { timeoutMs });
  const own = Array.from({ length: times }, (_, index) =>
    patient.update(saved =>
      mergeProgress(saved, mergeProgress(learnTime('one', 1), learnHint('one', `own-${index}`, 1, 0))),
    ),
  );
  const troubles = (await Promise.all(own)).flatMap(kept => kept.troubles);
  expect(troubles).toEqual([]);
  expect((await Promise.all(ended)).map(([code]) => code)).toEqual([0, 0]);
  const { spentMs, hints } = progressOf((await store.read()).progress, 'one');
  expect({ spentMs, hints: Object.keys(hints).length }).toEqual({ spentMs: 3 * times, hints: 3 * times });
});

test('whoever is killed while it holds the lock leaves it free', async () => {
  const script = `
    import { lockFile } from './runner/base/file-lock.ts';
    globalThis.lock = await lockFile(process.argv[1], { deadlineMs: 1000 });
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const path = join(folder, 'lock');
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, path], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    expect(await lockFile(path, { deadlineMs: 10 })).toBeUndefined();
    child.kill('SIGKILL');
    await once(child, 'exit');
    using lock = await lockFile(path, { deadlineMs: 1_000 });
    expect(lock).toBeDefined();
  } finally {
    child.kill('SIGKILL');
  }
});
