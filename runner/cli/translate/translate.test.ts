import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../base/errors.ts';
import { fakeLab } from '../../test/fakes/lab.ts';
import { runProgram } from '../program.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loja-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

async function run(argv: readonly string[], change: Parameters<typeof fakeLab>[0] = {}) {
  const lab = fakeLab({ cwd: folder, ...change });
  const exitCode = await runProgram(lab, ['translate', ...argv]);
  return { exitCode, out: lab.out.text, err: lab.err.text };
}

const compose = 'name: p\nservices:\n  a: {image: "x:1", develop: {}}\n';

test('what is here is found, with what lies over it', async () => {
  await write({ 'docker-compose.yml': compose, 'docker-compose.override.yml': 'services: {a: {user: me}}' });
  const { exitCode, out, err } = await run([]);
  expect(exitCode).toBe(0);
  expect(out).toBe(`#!/bin/sh
# What Compose makes of docker-compose.yml (project p)
set -e

# Compose makes one network for the project (p_default), so that its services find each other by name.
docker network create p_default

# The service a becomes the container p-a-1. On p_default it answers to “a”.
docker run --detach --name p-a-1 --network p_default --network-alias a --user me x:1
`);
  expect(err).toBe('services.a.develop changes nothing on a single engine, and is left out.\n');
});

test('a folder, a file in one, several files, and standard input', async () => {
  await write({ 'sub/compose.yaml': compose, 'sub/b.yml': 'services: {b: {image: y, profiles: [more]}}' });
  expect((await run(['sub'])).out).toContain('\ncd sub\n');
  expect((await run(['sub/compose.yaml', 'sub/b.yml', '--profile', 'more', '--project-name', 'Q'])).out).toContain(
    '--name q-b-1',
  );
  const piped = await run(['-'], { readInput: async () => compose, language: 'pt-BR' });
  expect(piped.out).toContain('# O serviço a vira o contêiner p-a-1. Em p_default ele atende por “a”.');
});

test('as JSON, with codes', async () => {
  await write({ 'compose.yml': compose });
  expect(JSON.parse((await run(['--json'])).out)).toMatchObject({
    schema: 'lab.translation/1',
    project: 'p',
    commands: [
      { command: 'docker network create p_default', finding: { code: 'translate.why-default-network' } },
      { finding: { code: 'translate.why-run', params: { service: 'a', container: 'p-a-1' } } },
    ],
    notes: [{ finding: { code: 'translate.note-no-effect' } }],
  });
});

test.each([
  ['nothing here', {}, [], 'There is no Compose file in'],
  ['a file that is not there', {}, ['nope.yml'], '“nope.yml” cannot be read.'],
  ['bad YAML', { 'compose.yaml': 'services:\n  a: {image: x' }, [], 'compose.yaml:2:'],
  [
    'an unknown key',
    { 'compose.yaml': 'services:\n  a: {imgae: x}' },
    [],
    'compose.yaml:2:14: Compose knows no key services.a.imgae. Did you mean image?',
  ],
])('%s is told', async (_what, files, argv, told) => {
  await write(files);
  const error: unknown = await run(argv).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UsageError);
  expect(`${(error as UsageError).message}\n${(error as UsageError).why}`).toContain(told);
});
