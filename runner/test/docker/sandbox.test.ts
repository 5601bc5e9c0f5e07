import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { $ } from 'zx/core';
import { openEngine } from '../../engine/dockerode/dockerode-engine.ts';
import { sweepDeadSessions } from '../../engine/sessions.ts';
import type { Sandbox, Sandboxes, ScriptOptions } from '../../grading/sandbox/sandbox.ts';
import { buildGradingImages, limits, sandboxesHere, withPolicy } from './sandbox-bench.ts';

const docker = $({ quiet: true, detached: true });
const { signal } = new AbortController();
const purposes = ['sandbox', 'shell', 'cache', 'seed'];
/** There as long as sandboxes can be opened. */
const inUse = 'seed-in-use';

let folder = '';
let sandboxes: Sandboxes;
beforeAll(async () => {
  await buildGradingImages();
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-work-'));
  await writeFile(join(folder, 'hello.txt'), 'olá\n');
  sandboxes = await sandboxesHere();
});
afterAll(async () => {
  await sandboxes[Symbol.asyncDispose]();
  expect(await leftovers([...purposes, inUse])).toEqual([]);
  await rm(folder, { recursive: true });
});

/** What there is on the host of sandboxes: containers and networks. */
async function leftovers(kinds = purposes): Promise<string[]> {
  const filters = kinds.map(purpose => `label=estaleiro.purpose=${purpose}`);
  const lists = filters.flatMap(filter => [
    docker`docker ps --all --quiet --filter ${filter}`,
    docker`docker network ls --quiet --filter ${filter}`,
  ]);
  return (await Promise.all(lists)).flatMap(({ stdout }) => stdout.split('\n')).filter(id => id !== '');
}

const open = () => sandboxes.open({ limits, builder: 'classic', signal });
const run = (sandbox: Sandbox, script: string, options: Partial<ScriptOptions> = {}) =>
  sandbox.run({ folder, script, signal, timeoutMs: 60_000, graceMs: 700, outputBytes: 100_000, ...options });

const serve = `node:26 -e "require('http').createServer((q, s) => s.end(process.env.WHO)).listen(80)"`;

test('two sandboxes publish the same port under the same name, and each sees its own', async () => {
  const script = (who: string) => `
    cat hello.txt; echo changed >hello.txt; id -u
    docker run -d --name web -e WHO=${who} -p 8080:80 lab/${serve} >/dev/null
    until curl -sf localhost:8080; do sleep 0.1; done`;
  const answers = ['one', 'two'].map(async who => {
    await using sandbox = await open();
    const { exitCode, endedBy, lastLines } = await run(sandbox, script(who));
    expect({ exitCode, endedBy, lastLines }).toEqual({
      ...{ exitCode: 0, endedBy: 'itself', lastLines: ['olá', '65532', who] },
    });
    const { containers } = await sandbox.connected.engine.facts();
    expect(containers.map(({ name, state }) => `${name} ${state}`)).toEqual(['web running']);
  });
  await Promise.all(answers);
  expect(await readFile(join(folder, 'hello.txt'), 'utf8')).toBe('olá\n');
  expect(await leftovers()).toEqual([]);
});

test('a machine with fewer processors than it may use hosts it all the same', async () => {
  await using sandbox = await sandboxes.open({ limits: { ...limits, cpus: 1_000 }, builder: 'classic', signal });
  const ran = await run(sandbox, 'docker run --rm --cpus 0.5 lab/node:26 --version', { graceMs: 60_000 });
  expect(ran.lastLines).toEqual([expect.stringMatching(/^v26/)]);
});

test('what would hold a script up is left running, and the script goes on', async () => {
  await using sandbox = await open();
  const ran = await run(
    sandbox,
    `docker run -it --name web -e WHO=me -p 80:80 lab/${serve}
     until curl -sf localhost; do sleep 0.1; done; echo
     docker exec -it web /usr/bin/node -e 'process.exit(3)' || echo "exec $?"
     false
     exit 4`,
  );
  expect(ran.lastLines).toEqual(['me', 'exec 3']);
  expect(ran).toMatchObject({ exitCode: 4, endedBy: 'itself', failingCommand: 'false' });
  expect(ran.leftRunning).toHaveLength(1);
  expect(ran.leftRunning[0]).toMatch(/^docker run -it --name web /);
  const { containers } = await sandbox.connected.engine.facts();
  expect(containers.map(({ name, state }) => `${name} ${state}`)).toEqual(['web running']);
});

test('containers mount copies of the files that were handed in, and what they do to these leads nowhere', async () => {
  await using guarded = await sandboxesHere({ startPolicy: withPolicy });
  await using sandbox = await guarded.open({ limits, builder: 'classic', signal });
  const node = 'docker run --rm --entrypoint bash';
  const { lastLines } = await run(
    sandbox,
    `${node} -v "$PWD/hello.txt:/tmp/greeting:ro" lab/node:26-dev -c 'cat /tmp/greeting; echo x >/tmp/greeting || echo kept'
     ${node} -v .:/app -u 0 lab/node:26-dev -c 'rm /app/hello.txt && ln -s /run/lab /app/hello.txt && echo replaced'
     ${node} -v ./hello.txt:/hello lab/node:26-dev -c 'cat /hello'
     ${node} -v ./other:/other lab/node:26-dev -c 'echo never' || echo refused`,
    { graceMs: 60_000 },
  );
  expect(lastLines.filter(line => /^(?:olá|kept|replaced|never|refused)$/.test(line))).toEqual([
    ...['olá', 'kept', 'replaced', 'olá', 'refused'],
  ]);
  expect((await sandbox.connected.engine.facts()).containers).toEqual([]);
});

test('memory, processes and disk of all containers together are bounded, and the engine outlives them', {
  timeout: 300_000,
}, async () => {
  await using sandbox = await open();
  const inside = `docker run --rm --entrypoint bash lab/node:26-dev -c`;
  const { lastLines } = await run(
    sandbox,
    `${inside} 'head -c 2G /dev/zero | tail' >/dev/null 2>&1; echo "hog $?"
     ${inside} 'for i in {1..600}; do sleep 10 & done' 2>&1 | grep -o 'fork' | sort -u
     ${inside} 'head -c 1G /dev/zero >/tmp/x' 2>&1 | grep -o 'No space left'
     ${inside} 'echo still here'`,
    { graceMs: 240_000, timeoutMs: 240_000 },
  );
  expect(lastLines).toEqual(['hog 137', 'fork', 'No space left', 'still here']);
});

test('a script that has no end, floods, or forks for ever is ended, and the sandbox can still be looked at', async () => {
  await using sandbox = await open();
  const endless = await run(sandbox, 'echo here; sleep 600', { timeoutMs: 5_000 });
  expect(endless).toMatchObject({ endedBy: 'time', exitCode: undefined, lastLines: ['here'] });
  expect(await run(sandbox, 'yes')).toMatchObject({ endedBy: 'output', exitCode: undefined });
  expect(await run(sandbox, 'f() { f | f & }; f; sleep 600', { timeoutMs: 1_500 })).toMatchObject({
    exitCode: undefined,
  });
  const hog = await run(sandbox, 'head -c 450M /dev/zero >x; y=$(head -c 400M /dev/zero | tr "\\0" x)');
  expect(hog).toMatchObject({ endedBy: 'memory' });
  expect((await sandbox.connected.engine.facts()).containers).toEqual([]);
});

test('each image is pulled once for all sandboxes; one that is not there is the student’s mistake', async () => {
  await using cleanUp = new AsyncDisposableStack();
  // The address stays when the registry goes, so that it is refused at once.
  const names = {
    network: 'estaleiro-upstream',
    address: 'estaleiro-address',
    registry: 'estaleiro-upstream',
    image: '',
  };
  cleanUp.defer(async () => {
    await docker`docker rm --force --volumes ${names.registry} ${names.address}`.nothrow();
    await docker`docker network rm ${names.network}`.nothrow();
    if (names.image !== '') await docker`docker rmi --force ${names.image}`.nothrow();
  });
  await docker`docker network create ${names.network}`;
  const wait = 'setInterval(() => {}, 1e9)';
  await docker`docker run --detach --name ${names.address} --network ${names.network} --publish 127.0.0.1::5000 lab/node:26 -e ${wait}`;
  await docker`docker run --detach --name ${names.registry} --network container:${names.address} --env REGISTRY_LOG_ACCESSLOG_DISABLED=false lab/registry:latest`;
  const port = (await docker`docker port ${names.address} 5000/tcp`).stdout.trim().split(':').at(-1);
  names.image = `127.0.0.1:${port}/library/tiny:1`;
  await docker({
    input: tiny,
    env: legacyBuilder,
  })`docker build --tag ${names.image} -`;
  await expect
    .poll(() => docker`docker push --quiet ${names.image}`.nothrow().then(({ exitCode }) => exitCode), {
      timeout: 60_000,
    })
    .toBe(0);
  const format = `{{(index .NetworkSettings.Networks "${names.network}").IPAddress}}`;
  const ip = (await docker`docker inspect --format ${format} ${names.address}`).stdout.trim();
  const cached = cleanUp.use(
    await sandboxesHere({ upstream: `http://${ip}:5000`, upstreamNetwork: names.network, startPolicy: withPolicy }),
  );
  const pull = async (image: string) => {
    await using sandbox = await cached.open({ limits, builder: 'classic', signal });
    const { exitCode } = await run(sandbox, `docker pull --quiet ${image}`);
    return { exitCode, unreachable: sandbox.unreachable() };
  };
  const blobs = async () =>
    (await docker`docker logs ${names.registry}`).stdout.match(/GET \/v2\/library\/tiny\/blobs\/\S+ /g)?.length;
  expect(await pull('tiny:1')).toEqual({ exitCode: 0, unreachable: false });
  const once = await blobs();
  expect(once).toBeGreaterThan(0);
  expect(await pull('tiny:1')).toEqual({ exitCode: 0, unreachable: false });
  expect(await blobs()).toBe(once);
  const build = async (image: string) => {
    await using sandbox = await cached.open({ limits, builder: 'buildkit', signal });
    const script = `echo 'FROM ${image}' >Dockerfile; docker build .`;
    return (await run(sandbox, script)).exitCode;
  };
  // Without a session, in which BuildKit would ask for a token.
  expect(await build('tiny:1')).toBe(0);
  expect(await blobs()).toBe(once);
  expect(await pull('nosuch:1')).toEqual({ exitCode: 1, unreachable: false });
  await docker`docker kill ${names.registry}`;
  expect(await pull('other:1')).toEqual({ exitCode: 1, unreachable: true });
});

test('what fails by itself is no fault of the machine, whatever is printed and whichever registry is not there', async () => {
  await using guarded = await sandboxesHere({ startPolicy: withPolicy });
  await using sandbox = await guarded.open({ limits, builder: 'classic', signal });
  const attempt = async (script: string) => {
    const { exitCode, lastLines } = await run(sandbox, script);
    const seen = { isBroken: exitCode !== 0, unreachable: sandbox.unreachable(), compose: sandbox.compose };
    return { seen, story: lastLines.join('\n') };
  };
  const from = (text: string) => `printf 'FROM lab/node:26-dev\\n${text}\\n' >Dockerfile`;
  const own = await attempt(`
    echo 'npm error code EAI_AGAIN'
    ${from('COPY nosuch /')}; docker build -t team/copied . && exit
    ${from('RUN echo "npm error code EAI_AGAIN"; exit 1')}; docker build -t team/said . && exit
    docker build -t team/nowhere ./nosuch && exit
    docker compose down || exit 0
    for image in team/copied team/said team/nowhere nobody-builds-this; do docker run -d $image && exit; done
    false`);
  expect(own.seen, own.story).toEqual({ isBroken: true, unreachable: false, compose: '' });
  const elsewhere = await attempt(`
    echo 'FROM registry.invalid/node:26' >Dockerfile; docker build -t app . || docker run app`);
  expect(elsewhere.seen, elsewhere.story).toEqual({ isBroken: true, unreachable: true, compose: '' });
  // In a way that nobody could have read off the script.
  await run(sandbox, 'F=compose; sudo docker $F -f a.yml up -d || docker-compose up');
  expect(sandbox.compose).toBe('docker compose -f a.yml up -d');
});

/** An image of one file. */
const tiny = 'FROM scratch\nCOPY --from=lab/probe:latest /probe/protocol.mjs /\n';
const legacyBuilder = { ...process.env, DOCKER_BUILDKIT: '0' } as NodeJS.ProcessEnv;

test('images of a file are there from the start', async () => {
  const [image, file] = ['estaleiro-preloaded:1', join(folder, 'images.tar')];
  try {
    await docker({ input: tiny, env: legacyBuilder })`docker build --tag ${image} -`;
    await docker`docker save --output ${file} ${image}`;
    await using preloaded = await sandboxesHere({ preload: ['lab/redis:8'], imagesFiles: [file] });
    await using sandbox = await preloaded.open({ limits, builder: 'classic', signal });
    const { lastLines } = await run(sandbox, `docker images --format '{{.Repository}}:{{.Tag}}' | sort`);
    expect(lastLines).toEqual([image, 'lab/redis:8']);
  } finally {
    await docker`docker rmi --force ${image}`.nothrow();
    await rm(file, { force: true });
  }
});

test('what a killed grader leaves goes by itself, and the rest at the next start', async () => {
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'sandbox-holder.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  expect((await leftovers()).length).toBeGreaterThan(2);
  holder.kill('SIGKILL');
  await once(holder, 'close');
  await using engine = openEngine({ address: process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock' });
  await expect
    .poll(
      () =>
        sweepDeadSessions(engine).then(
          () => leftovers(),
          () => leftovers(),
        ),
      { timeout: 20_000, interval: 200 },
    )
    .toEqual([]);
  const root = join(tmpdir(), 'estaleiro-test-sandboxes');
  const before = await readdir(root);
  await using _next = await sandboxesHere();
  expect((await readdir(root)).length).toBeLessThanOrEqual(before.length);
});
