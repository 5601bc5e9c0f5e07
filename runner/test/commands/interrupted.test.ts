import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { deadSession } from '../fakes/dead-session.ts';
import { openEngineProxy } from '../pty/engine-proxy.ts';

/** What becomes of a `lab verify` that is looking when something ends it. */
const lab = join(import.meta.dirname, '../../../runner/lab');
let docker: LabelledDocker;

/** A client that calls once and then sleeps: verify waits for its next call. */
beforeEach(async () => {
  docker = await LabelledDocker.make();
  await docker.sh(
    '-ec',
    `docker network create interrupted
    docker run --detach --name interrupted-server --network interrupted --entrypoint node lab/node:26-dev \\
      -e 'require("http").createServer((q, r) => r.end("oi")).listen(5000)'
    docker run --detach --name interrupted-client --network interrupted --entrypoint sh lab/node:26-dev \\
      -c 'wget -q -O- http://interrupted-server:5000/; exec sleep 600'`,
  );
});

afterEach(() => docker[Symbol.asyncDispose]());

const list = async (options: string) =>
  (await docker.sh('-c', `docker ps ${options} --quiet --filter label=estaleiro.session`)).split('\n').filter(Boolean);
const probes = () => list('--all');
const runningProbes = () => list('');

/** Starts `lab verify 1` and waits until it has two probes. */
async function verifying(has: () => Promise<string[]>, env: Record<string, string> = {}) {
  const binds = ['--bind', 'server=interrupted-server', '--bind', 'client=interrupted-client'];
  const child = spawn(lab, ['verify', '1', ...binds], {
    env: { ...process.env, LANG: 'C', LC_ALL: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      said += text;
    });
  }
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  await vi.waitFor(async () => expect(await has()).toHaveLength(2), { timeout: 60_000, interval: 20 });
  return { child, ended, said: () => said };
}

test.each([
  ['while they start', probes],
  ['while they look', runningProbes],
])('Ctrl-C %s ends it and leaves no probe', async (_, has) => {
  const { child, ended, said } = await verifying(has);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(said()).not.toMatch(/\n\s+at /);
  expect(await probes()).toEqual([]);
});

test('after SIGKILL the probes go by themselves', async () => {
  const { child, ended } = await verifying(runningProbes);
  child.kill('SIGKILL');
  await ended;
  await vi.waitFor(async () => expect(await probes()).toEqual([]), { timeout: 60_000, interval: 100 });
});

test('an engine that goes away is told, with exit code 3 and without a stack trace', async () => {
  await using proxy = await openEngineProxy();
  const { ended, said } = await verifying(runningProbes, { DOCKER_HOST: proxy.address });
  await proxy.shut();
  expect(await ended).toBe(3);
  expect(said()).toContain('engine');
  expect(said()).toContain('lab doctor');
  expect(said()).not.toMatch(/\n\s+at |\bError:/);
  await vi.waitFor(async () => expect(await probes()).toEqual([]), { timeout: 60_000, interval: 100 });
});

test('what a killed lab left before it ran is removed by the next one', async () => {
  await docker.sh('-c', `docker create --label estaleiro.session=${deadSession()} --entrypoint true lab/node:26-dev`);
  expect(await probes()).toHaveLength(1);
  const child = spawn(lab, ['verify', '1', '--json'], { stdio: 'ignore' });
  await new Promise(resolve => child.once('close', resolve));
  expect(await probes()).toEqual([]);
});
