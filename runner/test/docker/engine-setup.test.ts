import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { $ } from 'zx/core';
import { whyNoAnswer } from '../../setup/ask-engine.ts';
import { engineFolders } from '../../setup/own-engine/engine-folders.ts';
import { engineIsInstalled } from '../../setup/own-engine/install-engine.ts';
import { containerProcesses, mountsBelow } from '../../setup/own-engine/leftovers.ts';
import { engineProcesses, listProcesses, waitUntil } from '../../setup/own-engine/processes.ts';
import { canProvide, thisSystem } from '../../setup/system.ts';

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
const shell = $({ quiet: true, nothrow: true, detached: true, timeout: 110_000 });

/** Where the lab provides no engine, there is nothing to prove. */
describe.skipIf(!canProvide(thisSystem()) || !engineIsInstalled())("the lab's own engine", () => {
  let folder: string;
  let env: Record<string, string | undefined>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lab-e-'));
    env = { ...process.env, LAB_ENGINE_DIR: folder, DOCKER_HOST: `unix://${folder}/docker.sock`, LANG: 'C' };
  });
  afterEach(async () => {
    const stopped = await lab('stop');
    expect(stopped.exitCode, stopped.stderr).toBe(0);
    expect(running()).toEqual([]);
    expect(mountsBelow(await readFile('/proc/self/mountinfo', 'utf8'), [folder])).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  });

  /** In a network of its own: two engines in one would pull each other's bridge and firewall rules away. */
  const lab = (...args: string[]) => shell({ env })`unshare --net ${process.execPath} ${main} engine ${args}`;
  const docker = (...args: string[]) => shell({ env })`docker ${args}`;
  const folders = () => engineFolders(env);
  const processes = () => engineProcesses(listProcesses(), folders());
  const answers = async () => (await whyNoAnswer({ address: `unix://${folder}/docker.sock` })) === undefined;

  /** All that belongs to the engine: dockerd, containerd, shims and their containers. */
  function running(): number[] {
    const { dockerd, containerd, shims } = processes();
    return [dockerd, containerd, ...shims, ...containerProcesses(folders())].filter(pid => pid !== undefined);
  }

  const isAlive = (pid: number) => listProcesses().some(process => process.pid === pid);

  async function start(): Promise<number> {
    const started = await lab('start');
    expect(started.exitCode, started.stderr).toBe(0);
    expect(await answers()).toBe(true);
    const { dockerd } = processes();
    return dockerd ?? expect.unreachable('no dockerd runs');
  }

  async function killEngine(pid: number): Promise<void> {
    process.kill(pid, 'SIGKILL');
    expect(await waitUntil(() => processes().dockerd === undefined, { deadlineMs: 10_000 })).toBe(true);
  }

  async function status(): Promise<{
    used: unknown;
    own: { running: boolean; pid: number | null; dataBytes?: number };
  }> {
    const told = await lab('status', '--json');
    expect(told.exitCode, told.stderr).toBe(0);
    return JSON.parse(told.stdout);
  }

  test('starts, is seen, is started again for nothing, stops, and stops again for nothing', async () => {
    expect((await status()).own.running).toBe(false);
    const pid = await start();
    const running = await status();
    expect(running).toMatchObject({ used: { source: 'DOCKER_HOST' }, own: { running: true, answers: true, pid } });
    expect(running.own.dataBytes).toBeGreaterThan(0);
    expect(await start()).toBe(pid);
    const stopped = await lab('stop');
    expect(stopped).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('has stopped') });
    expect(await answers()).toBe(false);
    expect(await lab('stop')).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('nothing to stop') });
    expect(await status()).toMatchObject({ used: null, own: { running: false, pid: null } });
  });

  test.each([
    { killed: 'dockerd', shimsToo: false },
    { killed: 'dockerd and its shims', shimsToo: true },
  ])('comes back after SIGKILL of $killed, and what ran before runs at most once', async ({ shimsToo }) => {
    await killEngine(await startWithContainers());
    if (shimsToo) for (const pid of processes().shims) process.kill(pid, 'SIGKILL');
    const orphans = containerProcesses(folders());
    expect(orphans.length, 'the killed engine leaves its containers running').toBeGreaterThan(1);
    await start();
    expect(orphans.filter(isAlive)).toEqual([]);
    const names = await docker('ps', '--format', '{{.Names}}');
    expect(names.stdout.trim().split('\n')).toEqual(['always']);
    expect(processes().shims).toHaveLength(1);
    // It ignores SIGTERM: without this, stopping the engine would wait ten seconds for it.
    await docker('rm', '--force', 'always');
  });

  test('stops what a killed engine left, without starting one', async () => {
    await killEngine(await startWithContainers());
    const left = running();
    expect(left.length).toBeGreaterThan(1);
    expect((await lab('stop')).exitCode).toBe(0);
    expect(left.filter(isAlive)).toEqual([]);
  });

  test('is not misled by pid files that name a living stranger', async () => {
    await mkdir(join(folders().exec, 'containerd'), { recursive: true });
    await writeFile(folders().pid, String(process.pid));
    await writeFile(join(folders().exec, 'containerd', 'containerd.pid'), String(process.pid));
    expect((await status()).own.running).toBe(false);
    expect(await lab('stop')).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('nothing to stop') });
    await writeFile(folders().pid, String(process.pid));
    expect(await start()).not.toBe(process.pid);
  });

  test('two at once start one engine', async () => {
    const both = await Promise.all([lab('start'), lab('start')]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const all = listProcesses().filter(({ argv }) => argv.includes(`--data-root=${folders().data}`));
    expect(all.map(({ argv }) => argv[0])).toEqual(['dockerd']);
    expect(both.filter(({ stderr }) => stderr.includes('running already'))).toHaveLength(1);
  });

  test('says why it does not come up, from its own log, and leaves nothing running', async () => {
    await mkdir(folders().data, { recursive: true });
    await writeFile(join(folders().data, 'containers'), 'a file where the engine keeps a folder');
    const failed = await lab('start');
    expect(failed.exitCode).toBe(3);
    expect(failed.stderr).toMatch(/data\/containers.*not a directory/);
    expect(failed.stderr).not.toMatch(/^\s+at /m);
    expect(running()).toEqual([]);
  });

  test('says which folder it cannot make', async () => {
    await writeFile(folders().data, 'a file where the data folder should be');
    const failed = await lab('start');
    expect(failed).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining(`needs the folder ${folders().data}`),
    });
  });

  test('touches nothing outside its folder', async () => {
    const before = existsSync('/var/run/docker.sock');
    await start();
    expect(existsSync('/var/run/docker.sock')).toBe(before);
  });

  test.each([
    {
      engine: 'hangs',
      killed: false,
      told: /^An engine is there, at \/var\/run\/docker\.sock, but it did not answer within/m,
    },
    {
      engine: 'was killed and left its socket',
      killed: true,
      told: /^An engine's socket is there \(\/var\/run\/docker\.sock\), but nobody listens on it/m,
    },
  ])('is not started beside an engine that $engine', async ({ killed, told }) => {
    // Takes connections and answers none, in a /run and among processes of its own.
    const engine = 'require("node:net").createServer().listen("/run/docker.sock")';
    const script = [
      'mount -t tmpfs tmpfs /run',
      `${process.execPath} -e '${engine}' & engine=$!`,
      'while [ ! -S /run/docker.sock ]; do sleep 0.05; done',
      ...(killed ? ['kill -KILL $engine; wait $engine'] : []),
      `${process.execPath} ${main} verify 1 </dev/null`,
    ].join('\n');
    const alone = { ...env, DOCKER_HOST: undefined, DOCKER_CONTEXT: 'default' };
    const asked = await shell({ env: alone })`unshare --mount --pid --fork --kill-child --mount-proc sh -c ${script}`;
    expect(asked).toMatchObject({ exitCode: 3, stdout: '', stderr: expect.stringMatching(told) });
    expect(await readdir(folder)).toEqual([]);
    expect(running()).toEqual([]);
  });

  /** Two containers that ignore SIGTERM, of an image made of the Node that runs this; one of them restarts always. */
  async function startWithContainers(): Promise<number> {
    const pid = await start();
    const saved = await shell`docker save lab/node:26 --output ${join(folder, 'image.tar')}`;
    expect(saved.exitCode, saved.stderr).toBe(0);
    const loaded = await docker('load', '--input', join(folder, 'image.tar'));
    expect(loaded.exitCode, loaded.stderr).toBe(0);
    for (const [name, policy] of [
      ['once', 'no'],
      ['always', 'always'],
    ]) {
      const run = ['run', '--detach', '--network', 'none', '--name', `${name}`, '--restart', `${policy}`];
      const ran = await docker(...run, 'lab/node:26', '-e', 'setInterval(() => {}, 1000)');
      expect(ran.exitCode, ran.stderr).toBe(0);
    }
    return pid;
  }
});
