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

const brief = `# A pair\n\n| objective | points |\n|---|---|\n${objectives.map(({ title, points }) => `| ${title.en} | ${points} |\n`).join('')}`;

async function write(path: string, content: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  if (path.endsWith('.sh')) await chmod(file, 0o755);
}

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'estaleiro-author-')), '06-pair');
  await write('challenge.ts', `export const pair = ${JSON.stringify(challenge)};\n`);
  for (const language of ['en', 'pt-BR']) await write(`brief.${language}.md`, brief);
  for (const [path, lines] of Object.entries(scripts)) await write(path, `#!/bin/sh\nset -eu\n${lines.join('\n')}\n`);
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

test('what is wrong in the files and the data is found before anything runs', async () => {
  await write('notes.txt', 'stray');
  await write('brief.pt-BR.md', '# Um par\n\n## Mais\n');
  await write(
    'challenge.ts',
    `export const pair = ${JSON.stringify({ ...challenge, sabotage: challenge.sabotage.slice(0, 1) })};\n`,
  );
  const { status, stdout } = check();
  expect(status).toBe(1);
  expect(stdout).toContain('notes.txt does not belong here');
  expect(stdout).toContain('the briefs have not the same headings');
  expect(stdout).toContain('no sabotage fails by-hand');
  expect(stdout).toContain('sabotage/composed is not in the definition');
});

test('a folder without a challenge is wrong usage', () => {
  const { status, stderr } = spawnSync(lab, ['author', 'check', tmpdir()], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('challenge.ts could not be loaded');
});
