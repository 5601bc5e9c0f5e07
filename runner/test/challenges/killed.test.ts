import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToldReport } from '../../verdict/told-report.ts';
import { isLongRun } from '../long.ts';

/** A `lab verify --disrupt` that is killed at any moment leaves nothing stopped after the next command. */
const lab = join(import.meta.dirname, '../../../runner/lab');
const challenge = '4';
const names = ['provider', 'consumer'];
/** With `LAB_TEST_KILLS=20`, as often as the long proof wants it. */
const rounds = Number(process.env.LAB_TEST_KILLS ?? (isLongRun ? 6 : 3));
/** So many more, at most, as long as none of them has hit an outage. */
const moreRounds = 60;
let state: string;

const env = () => ({ ...process.env, LAB_STATE_DIR: state });

function run(...words: string[]) {
  return spawnSync(lab, words, { encoding: 'utf8', env: env(), timeout: 120_000 });
}

const states = () =>
  execFileSync('docker', ['inspect', '--format', '{{.State.Status}}', ...names], { encoding: 'utf8' })
    .trim()
    .split('\n');

const helpers = () =>
  execFileSync('docker', ['ps', '--all', '--filter', 'label=estaleiro.session', '--format', '{{.Names}}'], {
    encoding: 'utf8',
  });

/** What `lab verify --disrupt` says of each objective, with a state folder of its own. */
async function verify(folder: string): Promise<string[]> {
  const child = spawn(lab, ['verify', challenge, '--disrupt', '--json'], {
    env: { ...process.env, LAB_STATE_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { objectives } = (await json(child.stdout)) as ToldReport;
  return objectives.map(({ id, verdict, observed }) => `${id}: ${observed}: ${verdict}`);
}

/** As soon as one of them is seen stopped, or when the run has ended. */
async function inOutage(child: ChildProcess): Promise<void> {
  while (child.exitCode === null && states().every(status => status === 'running')) await pause(5);
}

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'estaleiro-state-'));
  const { status, stderr } = run('up', challenge);
  expect(status, stderr).toBe(0);
});

afterAll(async () => {
  run('down', challenge);
  await rm(state, { recursive: true, force: true });
});

test('two at once take turns, whatever they keep their state in, and neither makes the other fail', async () => {
  const verdicts = await Promise.all(['one', 'other'].map(folder => verify(join(state, folder))));
  for (const lines of verdicts) expect(lines.filter(line => !line.endsWith(': pass'))).toEqual([]);
  expect(states()).toEqual(names.map(() => 'running'));
  expect(helpers()).toBe('');
}, 300_000);

test('one that was killed in an outage keeps nobody from the next, which puts it right in spite of another folder', async () => {
  const child = spawn(lab, ['verify', challenge, '--disrupt'], { stdio: 'ignore', env: env() });
  const ended = new Promise(resolve => child.once('close', resolve));
  await inOutage(child);
  child.kill('SIGKILL');
  await ended;
  expect((await verify(join(state, 'third'))).filter(line => !line.endsWith(': pass'))).toEqual([]);
  expect(helpers()).toBe('');
}, 300_000);

test(`killed at ${rounds} moments, it never leaves a container stopped`, async () => {
  const began = performance.now();
  expect(run('verify', challenge, '--disrupt').status).toBe(0);
  const wholeMs = performance.now() - began;
  let leftStopped = 0;
  for (let round = 0; round < rounds || (leftStopped === 0 && round < rounds + moreRounds); round++) {
    const child = spawn(lab, ['verify', challenge, '--disrupt'], { stdio: 'ignore', env: env() });
    const ended = new Promise(resolve => child.once('close', resolve));
    // The moment itself is what is tried here: any of the run, and in every other round one in the outage.
    if (round % 2 === 0) await Promise.race([pause(Math.random() * wholeMs), ended]);
    else await inOutage(child);
    child.kill('SIGKILL');
    await ended;
    if (states().some(status => status !== 'running')) leftStopped++;
    // A stop that the engine was told of goes on without the one who asked for it; so does the next command's start after it.
    expect(run('list').status).toBe(0);
    await expect.poll(states, { timeout: 15_000 }).toEqual(names.map(() => 'running'));
  }
  expect(leftStopped, 'no round hit the outage, so nothing was tried').toBeGreaterThan(0);
  expect(await readdir(join(state, 'journal'))).toEqual([]);
}, 600_000);
