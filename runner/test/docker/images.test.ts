import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { labImages } from '../../../lab-images/images.ts';
import { brokenPromises } from '../../setup/images/contract.ts';
import { docker, engine, prefix, removeBuiltImages, testLabel, tolerant } from './images-bench.ts';

removeBuiltImages();

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
