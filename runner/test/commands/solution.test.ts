import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { $ } from 'zx/core';

/** Challenge 1's reference solution as a learner would run it: a copy of its folder, its up.sh, and the docker CLI. */
const solution = join(import.meta.dirname, '../../../challenges/01-networked-containers/solution');
const containers = ['server', 'client'];
const images = ['server', 'client'];
const network = 'app-net';

const quiet = $({ quiet: true });
const buildStage = `estaleiro-test-build-${process.pid}`;

let folder = '';

/** The layers of an image, first to last: a step that the cache answered gives the very same layer again. */
async function layersOf(reference: string): Promise<string[]> {
  return JSON.parse((await quiet`docker image inspect --format ${'{{json .RootFS.Layers}}'} ${reference}`).stdout);
}

/** The first line of a container's standard output, from a moment on, that matches; fails after 30 s. */
async function logged(container: string, pattern: RegExp, since: string): Promise<string> {
  const following = spawn('docker', ['logs', '--follow', '--since', since, container], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 30_000,
  });
  try {
    for await (const line of createInterface({ input: following.stdout })) if (pattern.test(line)) return line;
  } finally {
    following.kill();
  }
  throw new Error(`waited 30 s for ${container} to log ${pattern}`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-solution-'));
  await cp(solution, folder, { recursive: true });
  await quiet`${join(folder, 'up.sh')}`;
});

afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('both containers run, on the network and on no other', async () => {
  for (const name of containers) {
    const state = JSON.parse((await quiet`docker inspect ${name}`).stdout)[0];
    expect(state.State.Status).toBe('running');
    expect(Object.keys(state.NetworkSettings.Networks)).toEqual([network]);
    expect(state.HostConfig.PortBindings).toEqual({});
  }
});

test('the client logs the answers of the server', async () => {
  expect(await logged('client', / 200 /, '0')).toContain('Hello from the server');
});

test('the server logs who asked for what', async () => {
  expect(await logged('server', /GET \/ 200$/, '0')).toMatch(/^\S+Z [\d.:a-f]+ GET \/ 200$/);
});

test.each(containers)('%s runs as a user who is not root, and cannot write where its program is', async name => {
  const uid = await quiet`docker exec ${name} node --print ${'process.getuid()'}`;
  expect(Number(uid.stdout)).toBeGreaterThan(0);
  const write = await quiet({
    nothrow: true,
  })`docker exec ${name} node --eval ${"require('node:fs').writeFileSync('/app/package.json', '')"}`;
  expect(write.stderr).toContain('EACCES');
});

test.each(images)('the image %s has no shell and no npm', async image => {
  for (const program of ['sh', 'npm']) {
    const run = await quiet({
      nothrow: true,
    })`docker run --rm --network none --entrypoint ${program} ${image} --version`;
    // 127: the engine did not find the program.
    expect(run.exitCode).toBe(127);
  }
});

test('after a change of server.ts alone, the build takes npm ci from the cache', async () => {
  const build = () => quiet`docker build --target build --tag ${buildStage} ${join(folder, 'server')}`;
  await build();
  const before = await layersOf(buildStage);
  const program = join(folder, 'server', 'server.ts');
  await writeFile(program, `${await readFile(program, 'utf8')}\n// ${Date.now()}\n`);
  await build();
  const after = await layersOf(buildStage);
  expect(after).not.toEqual(before);
  // Both RUN and COPY leave a layer each: only those of `COPY server.ts` and of the check after it may be new.
  const shared = before.findIndex((layer, index) => layer !== after[index]);
  expect(before.length - shared).toBeLessThanOrEqual(2);
});

test('the client finds the server again after a restart', async () => {
  await quiet`docker restart ${'server'}`;
  const since = (await quiet`docker inspect --format {{.State.StartedAt}} ${'server'}`).stdout.trim();
  expect(await logged('client', / 200 /, since)).toContain('Hello from the server');
});

test.each(containers)('%s ends by itself when it is told to stop', async name => {
  await quiet`docker stop ${name}`;
  // 137 would be the engine's SIGKILL, ten seconds later.
  expect((await quiet`docker inspect --format {{.State.ExitCode}} ${name}`).stdout.trim()).toBe('0');
});
