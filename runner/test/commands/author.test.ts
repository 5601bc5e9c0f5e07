import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Challenge, Objective } from '../../challenge/definition.ts';

/** `lab author check` on a sixth challenge, in a folder of somebody's own. */
const lab = join(import.meta.dirname, '../../../runner/lab');
let folder: string;

const both = (text: string) => ({ en: text, 'pt-BR': text });

function objective(id: string, check: Objective['check']): Objective {
  const text = both(`What ${id} is about.`);
  return {
    id,
    title: both(`Title of ${id}`),
    points: 5,
    bonus: false,
    needs: [],
    check,
    why: text,
    idea: text,
    feature: text,
  };
}

const objectives = [
  objective('together', { kind: 'shared-network', roles: ['sender', 'receiver'] }),
  objective('by-hand', { kind: 'no-compose', roles: ['sender', 'receiver'] }),
];

const run = (name: string, options: string) =>
  `docker run --detach --name ${name} ${options} --entrypoint sleep lab/node:26-dev 300`;
const commands = [
  'docker network create pair-net',
  run('receiver', '--network pair-net'),
  run('sender', '--network pair-net'),
];

const challenge: Challenge = {
  id: '06-pair',
  number: 6,
  title: both('A pair'),
  summary: both('Two containers.'),
  suggestedNetwork: 'pair-net',
  roles: ['receiver', 'sender'].map(id => ({
    id,
    title: both(id),
    suggested: id,
    words: [id],
    calls: id === 'sender' ? ['receiver'] : [],
    build: '',
    run: run(id, '--network {network}'),
  })),
  objectives,
  steps: commands.map(command => ({ command, what: both('What it is for.') })),
  sabotage: [
    { folder: 'apart', fails: ['together'] },
    { folder: 'composed', fails: ['by-hand'] },
  ],
};

const scripts: Record<string, readonly string[]> = {
  'starter/up.sh': [run('receiver', '')],
  'solution/up.sh': commands,
  'sabotage/apart/up.sh': [run('receiver', ''), run('sender', '')],
  'sabotage/composed/up.sh': commands.map(line =>
    line.replace('--name sender', '--name sender --label com.docker.compose.project=x'),
  ),
};

/** Writes a whole challenge. */
async function writeAll(all: Challenge, files: Readonly<Record<string, readonly string[]>>): Promise<void> {
  await write('challenge.ts', `export const challenge = ${JSON.stringify(all)};\n`);
  const rows = all.objectives.map(({ title, points }) => `| ${title.en} | ${points} |\n`).join('');
  for (const language of ['en', 'pt-BR'])
    await write(`brief.${language}.md`, `# A challenge\n\n| objective | points |\n|---|---|\n${rows}`);
  for (const [path, lines] of Object.entries(files)) await write(path, `#!/bin/sh\nset -eu\n${lines.join('\n')}\n`);
}

async function write(path: string, content: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  if (path.endsWith('.sh')) await chmod(file, 0o755);
}

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'estaleiro-author-')), '06-pair');
  await writeAll(challenge, scripts);
});

afterEach(() => rm(dirname(folder), { recursive: true }));

const check = () => spawnSync(lab, ['author', 'check', folder], { encoding: 'utf8' });

test('a sixth challenge that is right is proven', () => {
  const { status, stdout, stderr } = check();
  expect(status, stdout + stderr).toBe(0);
  for (const script of ['starter', 'solution', 'sabotage/apart', 'sabotage/composed'])
    expect(stdout).toMatch(new RegExp(`✔ .*06-pair +${script} `));
  const left = spawnSync('docker', ['ps', '--all', '--quiet', '--filter', 'label=estaleiro.author'], {
    encoding: 'utf8',
  });
  expect(left.stdout).toBe('');
});

test('a sabotage that fails something else than it says is found', async () => {
  const lies = {
    ...challenge,
    sabotage: [
      { folder: 'apart', fails: ['together'] },
      { folder: 'composed', fails: ['together', 'by-hand'] },
    ],
  };
  await write('challenge.ts', `export const pair = ${JSON.stringify(lies)};\n`);
  const { status, stdout, stderr } = check();
  expect(status).toBe(1);
  expect(stdout).toMatch(/✖ .*sabotage\/composed +together, by-hand +by-hand/);
  expect(stdout).toMatch(/✔ .*sabotage\/apart/);
  expect(stderr).toContain('pass    together');
});

/** Two that call one, one that calls two, each in its own time: the slow ones are watched long after the fast one is known. */
const calling = (...calls: readonly (readonly [to: string, everyMs: number])[]) =>
  `"${calls.map(([to, ms]) => `const ${to} = () => fetch('http://${to}:8080').then(r => r.text()).catch(() => {}); ${to}(); setInterval(${to}, ${ms})`).join('; ')}"`;
const server = `"require('http').createServer((q, r) => r.end('ok')).listen(8080)"`;
const node = (name: string, program: string) =>
  `docker run --detach --name ${name} --network {network} --entrypoint node lab/node:26-dev -e ${program}`;
const programs: Readonly<Record<string, string>> = {
  store: server,
  archive: server,
  reader: calling(['store', 400], ['archive', 3_000]),
  writer: calling(['store', 5_000]),
};
const callees: Readonly<Record<string, readonly string[]>> = { reader: ['store', 'archive'], writer: ['store'] };
const inNet = (command: string) => command.replace('{network}', 'pair-net');

test('pairs that share one of them are each judged by their own times', async () => {
  const roles = Object.entries(programs).map(([id, program]) => ({
    ...{ id, title: both(`the ${id}`), suggested: id, words: [id], calls: callees[id] ?? [], build: '' },
    run: node(id, program),
  }));
  const pairs = roles.flatMap(({ id, calls }) => calls.map(to => [id, to] as const));
  const pairObjectives = pairs.map(([from, to]) => objective(`${from}-${to}`, { kind: 'periodic-requests', from, to }));
  const started = ['docker network create pair-net', ...roles.map(({ run: command }) => inNet(command))];
  // Each calls once, and then no more.
  const silent = started.map(line => line.replaceAll(/setInterval\((\w+), /g, 'setInterval(() => $1, '));
  await writeAll(
    {
      ...challenge,
      roles,
      objectives: pairObjectives,
      steps: started.map(command => ({ command, what: both('What it is for.') })),
      sabotage: [{ folder: 'silent', fails: pairObjectives.map(({ id }) => id) }],
    },
    { 'starter/up.sh': started.slice(0, 2), 'solution/up.sh': started, 'sabotage/silent/up.sh': silent },
  );
  for (const name of ['apart', 'composed']) await rm(join(folder, 'sabotage', name), { recursive: true });
  const { status, stdout, stderr } = check();
  expect(status, stdout + stderr).toBe(0);
}, 240_000);

test('what is wrong in the files and the data is listed, and the rest is tried on the engine all the same', async () => {
  await write('notes.txt', 'stray');
  await write('brief.pt-BR.md', '# Um par\n\n## Mais\n');
  await write(
    'challenge.ts',
    `export const pair = ${JSON.stringify({ ...challenge, sabotage: challenge.sabotage.slice(0, 1) })};\n`,
  );
  const { status, stdout } = check();
  expect(status).toBe(1);
  expect(stdout).toContain('`notes.txt` does not belong here');
  expect(stdout).toContain('The briefs do not have the same headings');
  expect(stdout).toContain('No sabotage fails `by-hand`');
  expect(stdout).toContain('`sabotage/composed` is there, but the definition does not name it');
  for (const script of ['starter', 'solution', 'sabotage/apart'])
    expect(stdout).toMatch(new RegExp(`✔ .*06-pair +${script} `));
});

test('a sabotage that is missing keeps nothing else from the engine, and one can be run alone', async () => {
  await rm(join(folder, 'sabotage/composed'), { recursive: true });
  const { status, stdout } = check();
  expect(status).toBe(1);
  expect(stdout).toMatch(/✖ .*sabotage\/composed +by-hand +could not be run/);
  expect(stdout).toMatch(/✔ .*sabotage\/apart/);
  const alone = spawnSync(lab, ['author', 'check', folder, '--sabotage', 'apart'], { encoding: 'utf8' });
  expect(alone.stdout).toMatch(/✔ .*sabotage\/apart/);
  expect(alone.stdout).not.toMatch(/[✔✖] .* (?:starter|solution|sabotage\/composed) /);
});

test('a folder without a challenge is wrong usage', () => {
  const { status, stderr } = spawnSync(lab, ['author', 'check', tmpdir()], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('has no challenge.ts');
});
