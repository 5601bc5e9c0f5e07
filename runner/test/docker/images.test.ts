import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { $ } from 'zx/core';
import { labImages } from '../../../lab-images/images.ts';
import { openEngine } from '../../engine/dockerode/dockerode-engine.ts';
import { label } from '../../engine/labels.ts';
import { type BuildLabImagesOptions, buildLabImages } from '../../setup/images/build.ts';
import { brokenPromises } from '../../setup/images/contract.ts';
import { labImagesStatus } from '../../setup/images/status.ts';
import { longTest } from '../long.ts';
import { loopbackRegistry } from './loopback-registry.ts';
import { privateNpmRegistry } from './private-npm-registry.ts';

/** The machine's own lab images are looked at; what is built goes by this prefix, and goes again. */
const prefix = `estaleiro-test-${randomBytes(4).toString('hex')}/`;
const root = join(import.meta.dirname, '../../..');
const engine = openEngine({ address: process.env.DOCKER_HOST ?? '' });
/** On what a build of the test leaves beside its result. */
const testLabel = `estaleiro.test=${prefix}`;
const docker = $({ quiet: true });
const tolerant = $({ quiet: true, nothrow: true });
const env = { ...process.env, LAB_IMAGES_SOURCE: undefined, LAB_REGISTRY: undefined };

/** Builds under the test's prefix, and returns what was said. */
async function build(options: Partial<BuildLabImagesOptions> = {}): Promise<string[]> {
  const said: string[] = [];
  await buildLabImages({ engine, root, env, language: 'en', prefix, say: line => said.push(line), ...options });
  return said;
}

async function removeImages(reference: string): Promise<void> {
  const format = '{{.Repository}}:{{.Tag}} {{.Repository}}@{{.Digest}}';
  const found = await docker`docker images --digests --filter reference=${reference} --format ${format}`;
  const names = found.stdout.split(/\s+/).filter(name => name !== '' && !name.includes('<none>'));
  if (names.length > 0) await tolerant`docker image rm --force ${names}`;
}

afterAll(async () => {
  await removeImages(`${prefix}*`);
  // What a build that failed left inherits the label of the image that it stood on.
  for (const left of [testLabel, ...labImages.map(({ name }) => `${label.image}=${prefix}${name}`)])
    await tolerant`docker image prune --force --filter ${`label=${left}`}`;
  await engine[Symbol.asyncDispose]();
});

// What only grading needs is built when that is tried, which proves its contract.
describe.each(labImages.filter(({ neededBy }) => neededBy !== 'grading'))('lab/$name', ({ name, contract }) => {
  test('keeps its contract', async () => {
    expect(await brokenPromises(engine, `lab/${name}`, contract)).toEqual([]);
  });
});

describe('lab/node:26', () => {
  test('starts no shell and no package manager', async () => {
    for (const program of ['sh', 'bash', '/bin/sh', 'npm', 'npx', 'apt', 'dpkg', 'apk', 'perl']) {
      const run = await tolerant`docker run --rm --network none --entrypoint ${program} lab/node:26 -c true`;
      expect(run.exitCode, program).toBe(127);
    }
  });

  test('has Node as its only program that can be started, in the whole file system', async () => {
    const container = (await docker`docker create lab/node:26`).stdout.trim();
    try {
      const listed = await docker`docker export ${container} | tar --list --verbose`;
      const lines = listed.stdout.split('\n').map(line => line.replace(/ (->|link to) .*/, ''));
      const files = lines.map(line => ({ mode: line.slice(0, 10), name: line.split(/\s+/).at(-1) ?? '' }));
      const isLibrary = (name: string) => /^usr\/lib(64)?\/(.+\/)?(lib[^/]+\.so[.\d]*|ld-linux[^/]*)$/.test(name);
      // The engine adds .dockerenv and files in /dev and /etc.
      const isEngines = (name: string) => /^(\.dockerenv$|dev\/|etc\/)/.test(name);
      const startable = files.filter(({ mode }) => /^[-h].*x/.test(mode)).map(({ name }) => name);
      expect(startable.filter(name => !isLibrary(name) && !isEngines(name))).toEqual(['usr/bin/node']);
      const inPath = files.filter(({ name }) => /(^|\/)s?bin\/[^/]/.test(name)).map(({ name }) => name);
      expect(inPath).toEqual(['usr/bin/node']);
    } finally {
      await tolerant`docker rm --force ${container}`;
    }
  });

  test('runs TypeScript as it stands, as nobody special, at home in /app', async () => {
    const program = 'const user: string = require("node:os").userInfo().username; console.log(user, process.cwd())';
    const run = await docker`docker run --rm --network none lab/node:26 --eval ${program}`;
    expect(run.stdout).toBe('node /app\n');
  });

  test('knows time zones and public authorities', async () => {
    const program =
      'console.log(new Date(0).toLocaleString("pt-BR", { timeZone: "America/Sao_Paulo" }), require("node:fs").readFileSync("/etc/ssl/certs/ca-certificates.crt", "utf8").split("BEGIN CERTIFICATE").length > 100)';
    const run = await docker`docker run --rm --network none --env TZ=America/Sao_Paulo lab/node:26 --eval ${program}`;
    expect(run.stdout).toBe('31/12/1969, 21:00:00 true\n');
  });

  test('looks names up in /etc/hosts', async () => {
    const program = 'require("node:dns").lookup("school", (_, address) => console.log(address))';
    const run = await docker`docker run --rm --add-host school:192.0.2.7 lab/node:26 --eval ${program}`;
    expect(run.stdout).toBe('192.0.2.7\n');
  });
});

test('lab/node:26-dev has what a client that is a shell loop needs', async () => {
  const script =
    'for i in wget nc nslookup ps vi awk find tar gzip curl npm npx; do command -v $i >/dev/null || echo no $i; done; ps >/dev/null && echo 1 | awk "{ print \\$1 + 1 }"';
  const run = await docker`docker run --rm --network none --entrypoint sh lab/node:26-dev -c ${script}`;
  expect(run.stdout).toBe('2\n');
});

test('npm ci works in a build on lab/node:26-dev, and what it fetched runs on lab/node:26', async () => {
  const tag = `${prefix}npm-ci`;
  const folder = await mkdtemp(join(tmpdir(), 'estaleiro-npm-ci-'));
  try {
    const manifest = { name: 'project', version: '1.0.0', type: 'module', dependencies: { 'is-number': '7.0.0' } };
    const integrity = 'sha512-41Cifkg6e8TylSpdtTpeLVMqvSBEVzTttHvERD741+pnZ8ANv0004MRL43QKPDlK9cGvNp6NZWZUBlbGXYxxng==';
    const packages = { '': manifest, 'node_modules/is-number': { version: '7.0.0', integrity } };
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
    await writeFile(
      join(folder, 'package-lock.json'),
      JSON.stringify({ ...manifest, lockfileVersion: 3, requires: true, packages }),
    );
    await writeFile(
      join(folder, 'main.ts'),
      "import isNumber from 'is-number';\nconst it: boolean = isNumber(5);\nconsole.log(it);\n",
    );
    await writeFile(
      join(folder, 'Dockerfile'),
      `FROM lab/node:26-dev AS build\nLABEL ${testLabel}\nCOPY package*.json ./\nRUN npm ci\nFROM lab/node:26\nCOPY --from=build /app ./\nCOPY main.ts ./\nCMD ["main.ts"]\n`,
    );
    await docker`docker build --no-cache --tag ${tag} ${folder}`;
    expect((await docker`docker run --rm --network none ${tag}`).stdout).toBe('true\n');
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('from Debian packages', () => {
  const debian = { ...env, LAB_IMAGES_SOURCE: 'debian' };

  test('what is missing is built, what is current is left alone, what changed is built anew', async () => {
    const before = await temporaryFolders();
    await using npm = await privateNpmRegistry();
    const first = await build({ env: debian, only: ['node:26-dev'] });
    expect(first[0]).toMatch(/^\[1\/1\] estaleiro-test-[0-9a-f]+\/node:26-dev: /);
    const built = await engine.image(`${prefix}node:26-dev`);
    expect(built?.origin).toBe('lab');

    expect(await build({ env: debian, only: ['node:26-dev'] })).toEqual([]);
    expect((await engine.image(`${prefix}node:26-dev`))?.id).toBe(built?.id);

    const npmCi = () =>
      tolerant`docker build --no-cache --force-rm --network host --build-arg BASE=${prefix}node:26-dev --tag ${prefix}private ${npm.project}`;
    expect((await npmCi()).exitCode).not.toBe(0);

    const trusting = { ...debian, NODE_EXTRA_CA_CERTS: npm.authority };
    const status = await labImagesStatus({ engine, root, env: trusting, prefix });
    expect(status.find(({ image }) => image.name === 'node:26-dev')?.state).toBe('outdated');
    await build({ env: trusting, only: ['node:26-dev'] });
    expect((await engine.image(`${prefix}node:26-dev`))?.id).not.toBe(built?.id);
    const run = await npmCi();
    expect(run.exitCode, run.stderr).toBe(0);
    expect(await temporaryFolders()).toEqual(before);
  });

  test('a build that is called off leaves no folder and no image that counts as current', async () => {
    const before = await temporaryFolders();
    const stop = new AbortController();
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const building = build({ env: debian, only: ['node:26'], signal: stop.signal, say });
    const refused = expect(building).rejects.toThrow('enough');
    await vi.waitFor(async () => expect(await unpacking()).toBe(true), { timeout: 60_000, interval: 20 });
    stop.abort(new Error('enough'));
    await refused;
    expect(said).not.toEqual([]);
    expect(await temporaryFolders()).toEqual(before);
    expect((await engine.image(`${prefix}node:26`))?.labels[label.inputs]).toBeUndefined();
  });
});

test("where the registry is reachable, its images are the base; where they won't do, Debian's packages are", async () => {
  await using registry = await loopbackRegistry();
  const at = { ...env, LAB_REGISTRY: registry.address };
  const repository = `${registry.address}/chainguard/node`;
  try {
    for (const [tag, base] of [
      ['latest-dev', 'lab/node:26-dev'],
      ['latest', 'lab/node:26'],
    ] as const)
      await push(`${repository}:${tag}`, `FROM ${base}\nENV STAND_IN=${tag}\nENTRYPOINT ["/elsewhere"]\n`);
    const family = ['node:26-dev', 'node:26', 'probe:latest'];
    const said = await build({ env: at, only: family });
    expect(said.join('\n')).toContain(`fetching ${repository}@sha256:`);
    for (const { name, contract, base } of labImages.filter(image => family.includes(image.name))) {
      expect(await brokenPromises(engine, `${prefix}${name}`, contract)).toEqual([]);
      const facts = await engine.image(`${prefix}${name}`);
      expect(facts?.env.STAND_IN).toBe(name === 'node:26-dev' ? 'latest-dev' : 'latest');
      if (base.kind === 'assembled') expect(facts?.labels[label.source]).toContain(`registry:${repository}@sha256:`);
    }
    expect(await build({ env: at, only: family })).toEqual([]);

    const replaced = await engine.image(`${prefix}node:26`);
    await push(`${repository}:latest`, 'FROM lab/node:26\nENV STAND_IN=newer\n');
    const again = await build({ env: at, only: family });
    expect(again.some(line => line.includes('node:26-dev'))).toBe(false);
    for (const name of ['node:26', 'probe:latest'])
      expect((await engine.image(`${prefix}${name}`))?.env.STAND_IN).toBe('newer');
    expect(replaced && (await engine.image(replaced.id))).toBeUndefined();

    await push(`${repository}:latest`, 'FROM lab/node:26-dev\n');
    const fallen = await build({ env: at, only: ['node:26'] });
    expect(fallen.join('\n')).toMatch(/won't do \(with .*\/busybox.*\): building from Debian packages/);
    const facts = await engine.image(`${prefix}node:26`);
    expect(facts?.labels[label.source]).toMatch(/^packages:/);
    const contract = labImages.find(({ name }) => name === 'node:26')?.contract;
    expect(contract && (await brokenPromises(engine, `${prefix}node:26`, contract))).toEqual([]);
    const forced = build({ env: { ...at, LAB_IMAGES_SOURCE: 'chainguard' }, only: ['node:26'] });
    await expect(forced).rejects.toThrow('came out different');
  } finally {
    await removeImages(`${registry.address}/*/*`);
  }
});

longTest(
  "a registry's image of another major version won't do, is not fetched again, and changes no other image",
  async () => {
    await using registry = await loopbackRegistry();
    const at = { ...env, LAB_REGISTRY: registry.address };
    const only = ['postgres', 'redis'];
    const newer = `echo 'echo "postgres (PostgreSQL) 18.4"' >/usr/local/bin/postgres && chmod 755 /usr/local/bin/postgres`;
    try {
      await push(`${registry.address}/chainguard/redis:latest`, 'FROM lab/redis:8\nENV STAND_IN=redis\n');
      await push(`${registry.address}/chainguard/postgres:latest`, `FROM lab/postgres:17\nUSER 0\nRUN ${newer}\n`);
      const said = (await build({ env: at, only })).join('\n');
      expect(said).toContain("won't do (postgres is 18.4, not 17): building from Debian packages");
      expect((await engine.image(`${prefix}redis:8`))?.env.STAND_IN).toBe('redis');
      const database = await engine.image(`${prefix}postgres:17`);
      expect(database?.labels[label.source]).toBe('packages:debian trixie');
      const contract = labImages.find(({ name }) => name === 'postgres:17')?.contract;
      expect(contract && (await brokenPromises(engine, `${prefix}postgres:17`, contract))).toEqual([]);

      expect(await build({ env: at, only })).toEqual([]);
      expect((await engine.image(`${prefix}postgres:17`))?.id).toBe(database?.id);
      const forced = build({ env: { ...at, LAB_IMAGES_SOURCE: 'chainguard' }, only });
      await expect(forced).rejects.toMatchObject({ why: 'postgres is 18.4, not 17' });
    } finally {
      await removeImages(`${registry.address}/*/*`);
    }
  },
);

test('where a forced registry is out of reach, it is said which and why', async () => {
  const building = build({ env: { ...env, LAB_REGISTRY: '127.0.0.1:1', LAB_IMAGES_SOURCE: 'chainguard' } });
  await expect(building).rejects.toMatchObject({
    message: 'The images of 127.0.0.1:1 are out of reach.',
    why: expect.stringContaining('ECONNREFUSED'),
    exitCode: 3,
  });
});

async function push(reference: string, dockerfile: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'estaleiro-push-'));
  try {
    await writeFile(join(folder, 'Dockerfile'), dockerfile);
    await docker`docker build --tag ${reference} ${folder}`;
    await docker`docker push ${reference}`;
  } finally {
    await rm(folder, { recursive: true });
    await tolerant`docker image rm ${reference}`;
  }
}

async function temporaryFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter(name => name.startsWith(`estaleiro-images-${process.pid}-`));
}

/** True while mmdebstrap works in one of this process's folders. */
async function unpacking(): Promise<boolean> {
  const inside = await Promise.all((await temporaryFolders()).map(name => readdir(join(tmpdir(), name))));
  return inside.flat().some(name => name.startsWith('mmdebstrap.'));
}
