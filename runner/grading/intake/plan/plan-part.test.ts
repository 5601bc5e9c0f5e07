import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { networkedContainers } from '../../../../challenges/01-networked-containers/challenge.ts';
import { inEnglish } from '../../../test/fakes/in-english.ts';
import type { Listed } from '../list-folder.ts';
import { partFiles, textsOf } from '../part-files.ts';
import { planPart } from './plan-part.ts';

/** File names and texts; those with an exclamation mark after their name can be executed. */
function planned(given: Readonly<Record<string, string>>) {
  const entries = Object.entries(given).map(([name, text]) => ({
    path: name.replace(/!$/, ''),
    text,
    executable: name.endsWith('!'),
  }));
  const folders = new Set(
    entries.flatMap(({ path }) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, depth, parts) => parts.slice(0, depth + 1).join('/')),
    ),
  );
  const files: Listed[] = [
    ...[...folders].map(path => ({ path, kind: 'folder' as const, size: 0, executable: false })),
    ...entries.map(({ path, text, executable }) => ({ path, kind: 'file' as const, size: text.length, executable })),
  ];
  const texts = new Map(
    textsOf(files).map(path => [path, { text: entries.find(it => it.path === path)?.text ?? '', cut: false }]),
  );
  return planPart(partFiles(files, texts), networkedContainers);
}

const plan = (files: Readonly<Record<string, string>>) => planned(files).plan;
const because = (files: Readonly<Record<string, string>>) => {
  const found = plan(files);
  return found.kind === 'none' ? inEnglish(found.because) : found.kind;
};
const up = '#!/bin/sh\ndocker run -d x\n';
const readme = '```sh\ndocker run -d readme\n```\n';
const compose = 'services: {}\n';

test('what runs containers by hand, and has Compose only to clean up or as another way, is run', () => {
  for (const text of ['docker compose down || true\ndocker run -d x', 'docker run x || docker compose up'])
    expect(plan({ 'up.sh': text, 'compose.yaml': compose })).toMatchObject({ kind: 'script', file: 'up.sh' });
  const called = { 'up.sh': 'echo "docker compose up"; bash infra/a.sh', 'infra/a.sh': 'docker run -d x' };
  expect(plan(called)).toMatchObject({ kind: 'script', file: 'up.sh' });
  expect(plan({ 'up.sh': 'docker compose up', 'README.md': readme })).toMatchObject({ file: 'README.md' });
});

describe('instructions are looked for in this order', () => {
  const everything = {
    'lab.json': '{ "run": "docker run -d y" }',
    'up.sh': up,
    'run.sh': up,
    'start.sh': up,
    'deploy.sh': up,
    'README.md': readme,
    'docker-compose.yml': compose,
  };
  const order = Object.keys(everything);

  test.each(order.slice(0, -1).map((name, index) => [name, order.slice(index)]))(
    '%s before what is after it',
    (name, left) => {
      const files = Object.fromEntries(Object.entries(everything).filter(([it]) => left.includes(it)));
      expect(plan(files)).toMatchObject({ kind: 'script', file: name });
    },
  );

  test.each([
    'compose.yaml',
    'compose.yml',
    'docker-compose.yml',
    'docker-compose.yaml',
    'Docker-Compose.YML',
    'docker-compose.prod.yml',
  ])('%s alone is Compose', name => {
    expect(plan({ [name]: compose, 'server/Dockerfile': '' })).toEqual({ kind: 'compose-only', file: name });
  });

  test('and nothing is nothing', () => {
    expect(because({})).toMatch(/^There is nothing that says how/);
    expect(because({ 'main.py': 'docker run' })).toMatch(/^There is nothing/);
  });
});

describe('scripts', () => {
  test('are found in any case, and in a folder for scripts', () => {
    expect(plan({ 'UP.SH': up })).toMatchObject({ file: 'UP.SH', script: 'bash ./UP.SH\n' });
    expect(plan({ 'scripts/up.sh': up })).toMatchObject({ file: 'scripts/up.sh', script: 'bash ./scripts/up.sh\n' });
    expect(plan({ 'server/up.sh': up, 'README.md': readme })).toMatchObject({ file: 'README.md' });
  });

  test('that take away, or run in a container, are none', () => {
    const names = [
      'down.sh',
      'stop.sh',
      'clean-all.sh',
      'limpar.sh',
      '99-cleanup.sh',
      'entrypoint.sh',
      'wait-for-it.sh',
      'teste.sh',
    ];
    expect(because(Object.fromEntries(names.map(name => [name, up])))).toMatch(/^There is nothing/);
    expect(because({ 'helper.sh': 'echo docker\n', 'x.sh': '# docker run x\nls\n' })).toMatch(/^There is nothing/);
  });

  test('that run containers go before those that only build, and then by name', () => {
    expect(plan({ 'a.sh': 'docker build -t a .', 'c.sh': up, 'b.sh': up })).toMatchObject({ file: 'b.sh' });
  });

  test('that build, beside one that only runs, come first', () => {
    const found = planned({ 'build.sh': 'docker build -t x .\n', 'run.sh': up });
    expect(found.plan).toMatchObject({ file: 'run.sh', script: 'bash ./build.sh\nbash ./run.sh\n' });
    expect(found.remarks.map(inEnglish)).toEqual([
      '“build.sh” is run before “run.sh”, which does not build or call it.',
    ]);
    expect(plan({ 'build.sh': 'docker build -t x .\n', 'run.sh': './build.sh\ndocker run -d x' })).toMatchObject({
      script: 'chmod +x ./build.sh\nbash ./run.sh\n',
    });
    expect(plan({ '2-run.sh': up, '10-more.sh': up, '1-build.sh': 'docker build -t x .' })).toMatchObject({
      script: 'bash ./1-build.sh\nbash ./2-run.sh\nbash ./10-more.sh\n',
    });
  });

  test('that are empty, or for another program, are passed over, and it is said where nothing is left', () => {
    expect(plan({ 'up.sh': '#!/bin/bash\n# TODO\n', 'README.md': readme })).toMatchObject({ file: 'README.md' });
    expect(because({ 'up.sh': '' })).toBe('“up.sh” has no command in it.');
    expect(because({ 'up.sh': '#!/usr/bin/env python3\nprint()' })).toBe(
      '“up.sh” is written for python3, not for a shell: bash cannot run it.',
    );
    expect(plan({ 'up.sh': '#!/usr/bin/env zsh\ndocker run x' })).toMatchObject({ kind: 'script' });
  });

  test('that only use Compose are Compose', () => {
    expect(plan({ 'up.sh': 'docker compose up -d', 'compose.yaml': compose })).toEqual({
      kind: 'compose-only',
      file: 'compose.yaml',
    });
    const composed = (file: string) => ({ kind: 'compose-only', file });
    expect(plan({ 'up.sh': 'docker-compose up -d' })).toEqual(composed('up.sh'));
    expect(plan({ 'deploy.sh': 'cd app && sudo docker compose -f x.yml up' })).toEqual(composed('deploy.sh'));
    expect(
      plan({ 'up.sh': 'docker network create x\nbash scripts/a.sh', 'scripts/a.sh': 'docker compose up' }),
    ).toEqual(composed('up.sh'));
    expect(plan({ 'README.md': '```\ndocker build -t x .\ndocker-compose up\n```' })).toEqual(composed('README.md'));
    expect(plan({ 'lab.json': '{ "run": "docker compose up -d" }' })).toEqual(composed('lab.json'));
    expect(plan({ 'lab.json': '{ "run": "bash a.sh" }', 'a.sh': 'docker compose up' })).toEqual(composed('lab.json'));
    expect(plan({ 'lab.json': '{ "run": "a.sh" }', 'a.sh': 'docker compose up' })).toEqual(composed('a.sh'));
    expect(plan({ 'README.md': '```\ndocker compose up\n```', 'compose.yaml': compose })).toMatchObject({
      kind: 'compose-only',
    });
  });
});

test('other notes are read where no README says anything', () => {
  const commands = '```\ndocker run -d x\n```\n';
  expect(plan({ 'comandos.txt': 'docker run -d x\n' })).toMatchObject({ kind: 'script', file: 'comandos.txt' });
  expect(plan({ 'README.md': '# Oi', 'docs/como-rodar.md': commands })).toMatchObject({ file: 'docs/como-rodar.md' });
  expect(plan({ 'README.md': commands, 'a.md': 'docker run y' })).toMatchObject({ file: 'README.md' });
  expect(plan({ 'requirements.txt': 'docker==7.0\n' })).toMatchObject({ kind: 'none' });
});

test.each([
  ['up.ps1', 'Get-Date'],
  ['subir.bat', 'dir'],
  ['Makefile', 'up:\n\tdocker run x'],
])('%s is refused by name', (file, text) => {
  expect(because({ [file]: text })).toBe(
    `“${file}” is no shell script, and is not run. Hand in the same commands as up.sh, or in a README.`,
  );
});

test.each([
  ['a Dockerfile', { 'up.sh': up, 'api/Dockerfile': 'FROM a\nRUN --mount=type=cache,target=/x npm ci\n' }],
  [
    'one that a script writes',
    { 'up.sh': "cat >Dockerfile <<'END'\nFROM a\nCOPY --chmod=755 a b\nEND\ndocker run x\n" },
  ],
  [
    'one of a README',
    { 'README.md': '```sh\ndocker build - <<END\nFROM a\nRUN --network=none x\nEND\ndocker run x\n```\n' },
  ],
])('%s that needs BuildKit gets it', (_what, files) => {
  expect(plan(files)).toMatchObject({ kind: 'script', builder: 'buildkit' });
});

test('packages that somebody else has made do not count', () => {
  const files = { 'up.sh': up, 'node_modules/a/Dockerfile': 'FROM a\nRUN --mount=type=cache x\n' };
  expect(plan(files)).toMatchObject({ builder: 'classic' });
});

describe('lab.json', () => {
  test('says a file or a command, and who is who', () => {
    expect(
      plan({
        'lab.json': '{ "run": "./go/all.sh", "binds": { "server": "s1" }, "paths": { "server": "/x" } }',
        'go/all.sh': up,
      }),
    ).toEqual({
      kind: 'script',
      file: 'go/all.sh',
      script: 'bash ./go/all.sh\n',
      builder: 'classic',
      binds: { server: 's1' },
      paths: { server: '/x' },
    });
    expect(plan({ 'lab.json': '{ "run": "bash go.sh --fast" }', 'go.sh': up })).toMatchObject({
      file: 'lab.json',
      script: 'bash go.sh --fast\n',
    });
    expect(plan({ 'lab.json': '\uFEFF{ "binds": { "server": "s1" } }', 'README.md': readme })).toMatchObject({
      file: 'README.md',
      binds: { server: 's1' },
    });
    expect(because({ 'lab.json': '{ "run": "up.py" }', 'up.py': 'print()' })).toBe('script');
  });

  test('that is broken is told, and nothing is run', () => {
    expect(because({ 'lab.json': '{', 'up.sh': up })).toMatch(
      /^The lab.json cannot be used. It is not valid JSON, at line 1/,
    );
    expect(because({ 'lab.json': '{ "run": 1 }', 'up.sh': up })).toContain(
      'run: expected the name of a script, or a command; there is 1. For example: "run": "bash up.sh"',
    );
    expect(because({ 'lab.json': '{ "\\u001b[31mx": 1 }' })).toContain('[31mx');
    expect(because({ 'lab.json': '{ "\\u001b[31mx": 1 }' })).not.toContain('\u001b');
  });
});

test('PowerShell’s own words are refused by name', () => {
  const files = { 'README.md': '```powershell\n$env:A = 1\ndocker run x\n```', 'compose.yaml': compose };
  expect(because(files)).toBe(
    'The commands in “README.md” use “$env:A”, which only PowerShell or cmd understands: bash cannot run them.',
  );
});

describe('what bash is given runs', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'estaleiro plan-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Runs a plan's script with a `docker` that only says how it was called. */
  async function running(files: Readonly<Record<string, string>>): Promise<string> {
    const found = plan(files);
    if (found.kind !== 'script') throw new Error(`it is ${found.kind}`);
    for (const [name, text] of Object.entries({ ...files, 'bin-of-ours/docker': '#!/bin/sh\necho "docker $*"\n' })) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text, { mode: name === 'bin-of-ours/docker' ? 0o755 : 0o644 });
    }
    // Without a depth, bash takes us for a remote shell, and reads its start-up files.
    const env = { PATH: `${join(folder, 'bin-of-ours')}:${process.env.PATH}`, SHLVL: '1' };
    const { stdout, stderr, status } = spawnSync('bash', ['-c', found.script], { cwd: folder, env, encoding: 'utf8' });
    return `${stdout}${stderr}${status === 0 ? '' : `exit ${status}`}`.trim();
  }

  test('with Windows line ends, and without the right to execute', async () => {
    const files = {
      'up.sh': '\uFEFF#!/bin/bash\r\nset -e\r\ncd "$(dirname "$0")"\r\ndocker run \\\r\n  -d x\r\n./lib/more.sh\r\n',
      'lib/more.sh': '#!/bin/sh\r\nif true; then\r\n  docker run -d y\r\nfi\r\n',
    };
    expect(await running(files)).toBe('docker run -d x\ndocker run -d y');
  });

  test('with names that a shell would stumble over', async () => {
    expect(await running({ "it's up $(x).sh": 'docker run -d "$(basename "$0")"\n' })).toBe(
      "docker run -d it's up $(x).sh",
    );
  });

  test('a README, going on after what fails', async () => {
    const text =
      '```\nfalse && docker run -d a\ncd server\ndocker build \\\n  -t s .\ncd ..\n```\n```\n$ docker rm -f s\n$ docker run -d --name s s\nabc\n```';
    expect(await running({ 'README.md': text, 'server/Dockerfile': '' })).toContain(
      'docker build -t s .\ndocker rm -f s\ndocker run -d --name s s',
    );
  });

  test('a script that fails fails', async () => {
    expect(await running({ 'up.sh': 'docker run -d x\nexit 7\n' })).toBe('docker run -d x\nexit 7');
  });
});
