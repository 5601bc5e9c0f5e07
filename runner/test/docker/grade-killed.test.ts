import { spawn, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { $ } from 'zx/core';
import type { Gradebook } from '../../gradebook/gradebook.ts';
import { longTest } from '../long.ts';

/*
 * A `lab grade` that is killed is gone on with by the next one: nothing is lost, done twice or left behind. Two at once on one engine
 * know nothing of each other, and a part that keeps the lab busy costs only itself.
 */
const docker = $({ quiet: true, detached: true });
const root = join(import.meta.dirname, '../../..');
const lab = join(root, 'runner/lab');
const words = ['grade', 'class', '--challenge', '1', '--jobs', '2'];
const purposes = ['sandbox', 'shell', 'cache', 'seed', 'seed-in-use'];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'estaleiro-grade-'));
  const solution = join(root, 'challenges/01-networked-containers/solution');
  for (const id of ['ana', 'bia']) cpSync(solution, join(folder, 'class', id, 'desafio1'), { recursive: true });
  mkdirSync(join(folder, 'class/caio/01'), { recursive: true });
  writeFileSync(join(folder, 'class/caio/01/compose.yaml'), 'services: {}\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = () => ({ ...process.env, LAB_GRADE_REGISTRY: 'none', LC_ALL: 'C' });

/** What there is on the host of sandboxes: containers and networks. */
async function ofSandboxes(kinds = purposes): Promise<string[]> {
  const filters = kinds.map(purpose => `label=estaleiro.purpose=${purpose}`);
  const lists = filters.flatMap(filter => [
    docker`docker ps --all --quiet --filter ${filter}`,
    docker`docker network ls --quiet --filter ${filter}`,
  ]);
  return (await Promise.all(lists)).flatMap(({ stdout }) => stdout.split('\n')).filter(id => id !== '');
}

/** What is kept of each part that needs a sandbox, by its file. */
const kept = () =>
  new Map(
    globSync(join(folder, 'class-grades/.lab/works/{ana,bia}*/*.json')).map(file => [file, readFileSync(file, 'utf8')]),
  );

/** Kills a run as soon as that is so. */
async function killWhen(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const child = spawn(lab, words, { stdio: 'ignore', env: env(), cwd: folder });
  const ended = new Promise(resolve => child.once('close', resolve));
  await expect.poll(isSo, { timeout: 120_000, interval: 100 }).toBe(true);
  expect(child.kill('SIGKILL')).toBe(true);
  await ended;
}

test('killed while engines are open, and again when a result is there, it ends with the grades and nothing else', async () => {
  await killWhen(async () => (await ofSandboxes(['shell'])).length > 0);
  expect(kept().size).toBe(0);
  await killWhen(() => kept().size > 0);
  const before = kept();

  const { status, stdout, stderr } = spawnSync(lab, [...words, '--json'], {
    encoding: 'utf8',
    env: env(),
    cwd: folder,
  });
  expect(status, stderr).toBe(0);
  const book = JSON.parse(stdout) as Gradebook;
  const grades = book.students.map(({ id, final, result }) => [id, final, result.works[0]?.outcome]);
  expect(grades).toEqual([
    ['ana', 22, 'graded'],
    ['bia', 22, 'graded'],
    ['caio', 0, 'compose-only'],
  ]);
  expect(before.size).toBeGreaterThan(0);
  for (const [file, content] of before) expect(readFileSync(file, 'utf8')).toBe(content);
  expect(await ofSandboxes()).toEqual([]);
}, 300_000);

/** A run of its own, in other words than those of the others. */
async function gradeInto(out: string, { words = ['pair'], within = [] }: { words?: string[]; within?: string[] } = {}) {
  const [command = '', ...rest] = [...within, lab, 'grade', ...words, '--challenge', '1', '--out', out, '--json'];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: env(), cwd: folder });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(resolve => child.once('close', resolve)),
  ]);
  return { stdout, stderr, status };
}

test('two at once on one engine, also where neither sees the other’s processes, end as if alone', async () => {
  cpSync(join(folder, 'class/ana'), join(folder, 'pair/ana'), { recursive: true });
  // Where nobody may make such a namespace, they see each other.
  const apart = ['unshare', '--pid', '--fork', '--mount-proc'];
  const hidden = spawnSync('unshare', [...apart.slice(1), 'true']).status === 0 ? apart : [];
  const first = gradeInto('first');
  await expect.poll(() => ofSandboxes(['shell']), { timeout: 120_000, interval: 100 }).not.toEqual([]);
  const second = gradeInto('second', { within: hidden });
  const same = await gradeInto('first');
  expect(same.status, same.stderr).toBe(3);
  expect(same.stderr).toContain('Another lab is grading into');
  for (const { stdout, stderr, status } of [await first, await second]) {
    expect(status, stderr).toBe(0);
    const [ana] = (JSON.parse(stdout) as Gradebook).students;
    expect(ana?.result.works[0], stderr).toMatchObject({ outcome: 'graded', attempts: 1 });
    expect(ana?.final).toBe(22);
  }
  expect(await ofSandboxes()).toEqual([]);
}, 600_000);

/** Asks for containers that nobody could make sense of, 40 at once: as long as may be, and as long as is just read. */
const busy = `
body() { printf '{"Image":"lab/node:26","Env":['; yes "$1" | head -n "$2" | tr -d '\\n'; printf '1]}'; }
body '[],' 340000 >/tmp/refused
body '[[]],' 3000 >/tmp/read
ask() {
  while :; do
    for body in /tmp/refused /tmp/read; do
      curl -s -o /dev/null --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' --data-binary @$body \\
        http://docker/v1.41/containers/create
    done
  done
}
for _ in {1..40}; do ask & done
sleep 20
`;

longTest(
  'a part that keeps its policy busy costs the one beside it nothing',
  async () => {
    cpSync(join(folder, 'class/ana'), join(folder, 'beside/ana'), { recursive: true });
    mkdirSync(join(folder, 'beside/mallory/01'), { recursive: true });
    writeFileSync(join(folder, 'beside/mallory/01/up.sh'), busy);
    const words = ['beside', '--jobs', '2', '--settle', '12'];
    const { stdout, stderr, status } = await gradeInto('beside-grades', { words });
    expect(status, stderr).toBe(0);
    const [ana, mallory] = (JSON.parse(stdout) as Gradebook).students.map(({ result }) => result.works[0]);
    expect(ana, stderr).toMatchObject({ outcome: 'graded', attempts: 1 });
    expect(ana?.objectives.map(({ verdict }) => verdict)).toEqual(ana?.objectives.map(() => 'pass'));
    expect(mallory?.outcome).toBe('graded');
    expect(mallory?.refusals.length).toBeGreaterThanOrEqual(2);
    expect(mallory?.score.earned).toBe(0);
  },
  600_000,
);
