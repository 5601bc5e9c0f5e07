import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../../../../challenges/catalogue.ts';
import { inEnglish } from '../../../test/fakes/in-english.ts';
import type { Part } from '../../submission.ts';
import { composeOptions } from './compose-options.ts';
import { translateParts } from './translate-parts.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'estaleiro translate-'));
});
afterEach(() => rm(root, { recursive: true }));

async function partOf(files: Readonly<Record<string, string>>, file: string): Promise<Part> {
  const folder = join(root, '03-loja');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const [challenge = ''] = catalogue.map(({ id }) => id);
  return { challenge, folder, path: '03-loja', digest: 'd', plan: { kind: 'compose-only', file }, remarks: [] };
}

async function translated(part: Part) {
  const submission = { id: 'ana', source: 'ana', parts: [part], remarks: [] };
  const [found] = await translateParts([submission], { challenges: catalogue, signal: new AbortController().signal });
  const [one] = found?.parts ?? [];
  return { plan: one?.plan, remarks: (one?.remarks ?? []).map(inEnglish) };
}

const compose = 'services:\n  server:\n    build: server\n';

test('a Compose file becomes a script, which is shown', async () => {
  const { plan, remarks } = await translated(
    await partOf(
      { 'compose.yml': compose, 'server/Dockerfile': 'FROM x\nRUN --mount=type=cache,target=/c y\n' },
      'compose.yml',
    ),
  );
  const commands = [
    'docker network create 03-loja_default',
    'docker build --tag 03-loja-server server',
    'docker run --detach --name 03-loja-server-1 --network 03-loja_default --network-alias server 03-loja-server',
  ];
  expect(plan).toEqual({
    ...{ kind: 'script', file: 'compose.yml', composed: 'compose.yml', builder: 'buildkit', binds: {}, paths: {} },
    script: `set -e\n${commands.join('\n')}\n`,
  });
  expect(remarks).toEqual([
    'compose.yml was translated into plain docker commands, because the rubric says so, and these were run:',
    ...commands.map(command => `This was run: ${command}`),
  ]);
});

test('one in a folder of its own is run there, and one that a script names is taken', async () => {
  const deep = await translated(await partOf({ 'infra/docker-compose.yaml': compose }, 'infra/docker-compose.yaml'));
  expect(deep.plan).toMatchObject({
    script: expect.stringMatching(/^set -e\ncd infra\ndocker network create infra_default\n/),
  });
  const script = 'docker compose -f infra/prod.yml -p loja --profile x up -d\n';
  const named = await translated(
    await partOf({ 'up.sh': script, 'infra/prod.yml': 'services: {a: {image: z, profiles: [x]}}' }, 'up.sh'),
  );
  expect(named.plan).toMatchObject({ composed: 'up.sh', script: expect.stringContaining('--name loja-a-1') });
});

test('what cannot be translated stays as it is, and says why', async () => {
  const { plan, remarks } = await translated(
    await partOf({ 'compose.yaml': 'services:\n  a:\n    imagem: x' }, 'compose.yaml'),
  );
  expect(plan).toEqual({ kind: 'compose-only', file: 'compose.yaml' });
  expect(remarks).toEqual([
    'compose.yaml could not be translated into docker commands: In compose.yaml:3: Compose knows no key services.a.imagem.',
  ]);
});

test('files outside of the part are not read, by name or through a link', async () => {
  await writeFile(join(root, 'secret.env'), 'KEY=secret');
  const part = await partOf({ 'compose.yaml': 'services: {a: {image: x, env_file: ../secret.env}}' }, 'compose.yaml');
  expect((await translated(part)).remarks.join()).toContain('There is no file “../secret.env”');
  await writeFile(join(part.folder, 'compose.yaml'), 'services: {a: {image: x, env_file: link.env}}');
  await symlink(join(root, 'secret.env'), join(part.folder, 'link.env'));
  expect((await translated(part)).plan).toMatchObject({ kind: 'compose-only' });
});

test('other plans are left alone, and variables of the machine are not there', async () => {
  const part: Part = {
    ...(await partOf({}, 'x')),
    plan: { kind: 'none', because: { code: 'intake.no-instructions', params: {} } },
  };
  expect((await translated(part)).plan).toBe(part.plan);
  const { plan } = await translated(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Compose’s own way to write a variable.
    await partOf({ 'compose.yaml': 'services: {a: {image: x, user: "${HOME:-nobody}"}}' }, 'compose.yaml'),
  );
  expect(plan).toMatchObject({ script: expect.stringContaining('--user nobody') });
});

describe('the options of a call', () => {
  test.each([
    ['docker compose up', { files: [], profiles: [] }],
    ['cd a\nsudo docker-compose --file=a.yml \\\n -f b.yml up -d', { files: ['a.yml', 'b.yml'].sort(), profiles: [] }],
    [
      'docker compose --profile dev -p q up; docker compose -f x up',
      { files: [], profiles: ['dev'], projectName: 'q' },
    ],
    ['docker compose -f "$FILE" up', undefined],
  ])('%j', (text, options) => expect(composeOptions(text)).toEqual(options));
});
