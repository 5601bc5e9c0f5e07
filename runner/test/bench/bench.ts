import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderTable } from '../../app/table.ts';
import type { Timing } from '../../cli/verify/print-trace.ts';
import { benchGrade } from './bench-grade.ts';
import { benchScreen } from './bench-screen.ts';
import { benchUp } from './bench-up.ts';
import { median, say } from './figures.ts';

/*
 * `npm run bench`: what a start costs beside an empty program, where the time of `lab verify 1` goes, how long challenge 3
 * takes to be up, how fast and how quiet the screen is, and what grading costs. All but the first need an engine. Ends with 1 where a limit is
 * exceeded: `lab --version` may cost twice the empty program, the screen what its parts say.
 */
const root = join(import.meta.dirname, '../../..');
const main = join(root, 'dist/main.js');
const node = process.execPath;
const rounds = 41;

/** All of them, or those that are named: `npm run bench -- start screen`. */
const parts: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  start: benchStart,
  verify: benchVerify,
  up: benchUp,
  screen: benchScreen,
  grade: benchGrade,
};
const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!(await bench())) process.exitCode = 1;
}

/** Side by side, in turns, so that what else the machine does strikes all of them alike. */
function benchStart(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'lab-bench-'));
  const empty = join(folder, 'empty.js');
  writeFileSync(empty, '');
  const programs: readonly { name: string; command: string; values: readonly string[] }[] = [
    { name: 'node empty.js', command: node, values: [empty] },
    { name: 'node dist/main.js --version', command: node, values: [main, '--version'] },
    { name: 'lab --version', command: join(root, 'runner/lab'), values: ['--version'] },
    { name: 'lab list', command: join(root, 'runner/lab'), values: ['list'] },
    { name: 'lab verify --help', command: join(root, 'runner/lab'), values: ['verify', '--help'] },
  ];
  const times = programs.map((): number[] => []);
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [index, { command, values }] of programs.entries()) {
        const began = performance.now();
        execFileSync(command, values, { stdio: 'ignore' });
        times[index]?.push(performance.now() - began);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const medians = times.map(median);
  const ratio = (index: number) => (medians[index] ?? 0) / (medians[0] ?? 1);
  say(`Start (median of ${rounds}, in turns)`);
  say(
    renderTable([
      ['program', 'ms', 'times the empty one'],
      ...programs.map(({ name }, index) => [name, (medians[index] ?? 0).toFixed(1), ratio(index).toFixed(2)]),
    ]),
  );
  return ratio(2) <= 2;
}

/**
 * Of a solution that has been running for a while, by hand: the middle one of five runs. (What `lab up` made would be
 * restarted each time for the bonus.)
 */
function benchVerify(): boolean {
  const folder = join(root, 'challenges/01-networked-containers/solution');
  const docker = (...words: string[]) => spawnSync('docker', words, { stdio: 'ignore' });
  const isTaken = ['server', 'client'].some(name => docker('container', 'inspect', name).status === 0);
  if (isTaken || docker('network', 'inspect', 'app-net').status === 0) {
    say('Containers or a network of the solution are there already, so lab verify 1 was not measured.');
    return false;
  }
  try {
    const up = spawnSync('sh', [join(folder, 'up.sh')], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    if (up.status !== 0) throw new Error(up.stderr);
    // The first run may have to wait for the client's next request; later ones find its earlier requests in the kernel.
    for (let waits = true; waits; ) waits = msOf(verifyOnce(), 'calls') > 500;
    const timings = Array.from({ length: 5 }, verifyOnce).sort((one, other) => one.total - other.total);
    const middle = timings[2];
    if (middle !== undefined) sayBreakdown(middle);
  } finally {
    docker('rm', '--force', 'server', 'client');
    docker('network', 'rm', 'app-net');
  }
  return true;
}

function msOf({ spans }: Timing, name: string): number {
  return spans.filter(span => span.name === name).reduce((sum, { ms }) => sum + ms, 0);
}

function verifyOnce(): Timing {
  const { status, stderr } = spawnSync(node, [main, 'verify', '1'], {
    encoding: 'utf8',
    env: { ...process.env, LAB_TRACE: '1' },
  });
  if (status !== 0) throw new Error(`lab verify 1 ended with ${status}: ${stderr}`);
  return JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as Timing;
}

function sayBreakdown(timing: Timing): void {
  const { began, spans, engineCalls, total } = timing;
  const share = (ms: number) => [ms.toFixed(0), `${((100 * ms) / total).toFixed(0)} %`];
  const connect = msOf(timing, 'connect');
  const all = spans.reduce((sum, { ms }) => sum + ms, 0);
  const calls = msOf(timing, 'calls');
  const probes = Math.max(0, all - connect - engineCalls - calls);
  say('lab verify 1 of the running solution (the middle one of 5)');
  say(
    renderTable([
      ['where the time goes', 'ms', 'share'],
      ['start-up (Node, our modules)', ...share(began)],
      ['finding the engine, its client', ...share(connect)],
      ['engine calls (probe containers included)', ...share(engineCalls)],
      ['probes beside that (their start, HTTP)', ...share(probes)],
      ['waiting for the next request', ...share(calls)],
      ['other (judging, the report, removing the probes)', ...share(Math.max(0, total - began - all))],
      ['all', ...share(total)],
    ]),
  );
  say('The same, step by step');
  say(renderTable([['step', 'ms', 'share'], ...spans.map(({ name, ms }) => [name, ...share(ms)])]));
}
