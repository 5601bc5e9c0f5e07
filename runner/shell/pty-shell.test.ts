import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openPtyShell } from './pty-shell.ts';
import type { ShellSession, ShellSnapshot } from './shell.ts';

const open: ShellSession[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map(session => session.stop()));
});

/** The plainest shell there is, so that nobody's own settings matter. */
async function start() {
  let now: ShellSnapshot | undefined;
  const env = { PATH: process.env.PATH ?? '', PS1: 'ready> ', LC_ALL: 'C.UTF-8' };
  const session = await openPtyShell(
    { file: '/bin/sh', folder: tmpdir(), env, size: { columns: 60, rows: 8 }, greeting: '' },
    snapshot => {
      now = snapshot;
    },
  );
  open.push(session);
  const text = () =>
    now?.rows
      .map(row =>
        row
          .map(span => span.text)
          .join('')
          .trimEnd(),
      )
      .join('\n') ?? '';
  const sees = (what: string | RegExp) => vi.waitFor(() => expect(text()).toMatch(what), { timeout: 20_000 });
  await sees('ready>');
  return { session, text, sees, now: () => now };
}

it('runs what is typed in its folder, with colours, and says where the cursor is', async () => {
  const { session, sees, now } = await start();
  session.write('pwd; printf "\\033[32mol\\303\\241\\033[0m\\n"\r');
  await sees(new RegExp(`^${tmpdir()}\nolá\nready>`, 'm'));
  expect(now()?.rows.flat()).toContainEqual({ text: 'olá', style: { foreground: 2 } });
  expect(now()?.cursor).toEqual({ row: 3, column: 7 });
});

it('answers the questions that programs ask of a terminal', async () => {
  const { session, sees } = await start();
  session.write(`stty raw -echo; printf '\\033[c'; dd bs=1 count=4 2>/dev/null | od -An -c; stty sane\r`);
  await sees(/033 +\[ +\? +1/);
});

it('tells a program of a new size, and what is in the foreground', async () => {
  const { session, sees, now } = await start();
  session.resize({ columns: 70, rows: 10 });
  // One program in the foreground all the time, not two with the shell between them.
  session.write(`sh -c 'stty size; sleep 60'\r`);
  await sees('10 70');
  await vi.waitFor(() => expect(now()?.busy).toBe(true), { timeout: 20_000 });
  expect(await session.type('echo no')).toBe(false);
  session.write('\u0003');
  await vi.waitFor(() => expect(now()?.busy).toBe(false), { timeout: 20_000 });
  session.write('half a com');
  expect(await session.type('echo "one\ntwo"')).toBe(true);
  await sees(/one\ntwo\nready>/);
});

it('scrolls back, and to the bottom again with the next key', async () => {
  const { session, sees, now } = await start();
  session.write('seq 100\r');
  await sees(/^100\nready>/m);
  session.write('\u001b[5;2~');
  await sees(/^90$/m);
  expect(now()).toMatchObject({ scrolledBack: 7, cursor: undefined });
  session.write('x');
  await sees(/^100\nready> x/m);
});

it('keeps up with a program that never stops writing, and ends it with Ctrl-C', async () => {
  const { session, sees } = await start();
  session.write('yes\r');
  await sees(/^y\ny\ny\ny\ny\ny/m);
  session.write('\u0003');
  // What it was just writing may still come after the ^C.
  await sees(/\nready>$/);
});

it('waits for nobody who does not read, and loses nothing of what is pasted', async () => {
  const { session, sees } = await start();
  const folder = await mkdtemp(join(tmpdir(), 'estaleiro-pasted-'));
  try {
    const length = 300_000;
    const wait = `until [ -e ${folder}/go ]; do sleep 0.05; done`;
    session.write(`stty raw -echo; echo; echo deaf; ${wait}; head -c ${length} | tr -d x | od -An -c; stty sane\r`);
    await sees(/^ *deaf/m);
    session.write(`${'x'.repeat(length - 3)}end`);
    await writeFile(join(folder, 'go'), '');
    await sees(/e +n +d/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('says how it ended, and takes no more keys', async () => {
  const { session, now } = await start();
  session.write('exit 3\r');
  await vi.waitFor(() => expect(now()?.ended).toBe(3), { timeout: 20_000 });
  session.write('x');
  session.resize({ columns: 10, rows: 3 });
  expect(await session.type('echo no')).toBe(false);
});

it('leaves nothing behind, not even a program that minds no closed window', async () => {
  const { session, sees, text, now } = await start();
  session.write(`sh -c 'trap "" HUP; echo group $$; while :; do sleep 1; done'\r`);
  await sees(/^group \d+/m);
  const group = Number(/group (\d+)/.exec(text())?.[1]);
  await session.stop();
  expect(now()?.ended).toBeDefined();
  await vi.waitFor(() => expect(isRunning(group)).toBe(false), { timeout: 20_000 });
});

/** A process that has ended may still be in the list, until somebody asks how. */
function isRunning(pid: number): boolean {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,stat='], { encoding: 'utf8' });
  return all.split('\n').some(line => new RegExp(`^ *${pid} +[^Z ]`).test(line));
}
