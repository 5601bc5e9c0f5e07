import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderTable } from '../../app/table.ts';
import type { Sandboxes } from '../../grading/sandbox/sandbox.ts';
import { buildGradingImages, limits, sandboxesHere } from '../docker/sandbox-bench.ts';
import { areWithin, median, say } from './figures.ts';

/** What a sandbox may cost, from asking for it until nothing is left of it, in milliseconds. */
const limitMs = 3_000;
const root = join(import.meta.dirname, '../../..');
const each = 12;
const many = 100;

/**
 * What grading costs beside the students' own work: sandboxes opened, a script that does nothing run in them, and removed, one,
 * two and four at once; and what a hundred of them leave behind. False if one costs too much, or something grows.
 */
export async function benchGrade(): Promise<boolean> {
  await buildGradingImages();
  const folder = mkdtempSync(join(tmpdir(), 'lab-bench-'));
  try {
    await using sandboxes = await sandboxesHere();
    await inTurns(sandboxes, folder, 4, 4);
    const rows: string[][] = [];
    let alone = 0;
    for (const jobs of [1, 2, 4]) {
      const began = performance.now();
      const times = await inTurns(sandboxes, folder, each, jobs);
      const perMinute = (each * 60_000) / (performance.now() - began);
      alone ||= median(times);
      rows.push([String(jobs), median(times).toFixed(0), perMinute.toFixed(0)]);
    }
    say(
      `A sandbox around a script that does nothing, from opening it to its last trace (median of ${each}; limit ${limitMs} ms alone)`,
    );
    say(renderTable([['at once', 'ms each', 'a minute'], ...rows]));
    const grown = await growth(sandboxes, folder);
    perMinute(join(folder, 'class'));
    return areWithin([{ name: 'a sandbox', figure: alone, limit: limitMs, unit: 'ms' }]) && grown;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens so many, so many at once; how long each took, in milliseconds. */
async function inTurns(sandboxes: Sandboxes, folder: string, count: number, jobs: number): Promise<number[]> {
  const times: number[] = [];
  let left = count;
  const part = async () => {
    while (left-- > 0) {
      const began = performance.now();
      await once(sandboxes, folder);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: jobs }, part));
  return times;
}

async function once(sandboxes: Sandboxes, folder: string): Promise<void> {
  const { signal } = new AbortController();
  await using sandbox = await sandboxes.open({ limits, builder: 'classic', signal });
  const how = { timeoutMs: 60_000, graceMs: 10_000, outputBytes: 1_000_000 };
  const { exitCode } = await sandbox.run({ folder, script: 'docker version >/dev/null', signal, ...how });
  if (exitCode !== 0) throw new Error(`the script ended with ${exitCode}`);
}

/** `lab grade` of a class that has solved challenge 1, with its builds and verdicts. */
function perMinute(place: string): void {
  const students = ['ana', 'bia', 'caio', 'davi'];
  const solution = join(root, 'challenges/01-networked-containers/solution');
  for (const id of students) cpSync(solution, join(place, id, 'desafio1'), { recursive: true });
  const rows = [1, 2, 4].map(jobs => {
    const began = performance.now();
    const words = ['grade', place, '--challenge', '1', '--rerun', '--jobs', String(jobs)];
    execFileSync(join(root, 'runner/lab'), words, {
      stdio: 'ignore',
      env: { ...process.env, LAB_GRADE_REGISTRY: 'none' },
    });
    const minutes = (performance.now() - began) / 60_000;
    return [String(jobs), (students.length / minutes).toFixed(1)];
  });
  say('Submissions a minute: lab grade, the solution of challenge 1, start to reports');
  say(renderTable([['jobs', 'a minute'], ...rows]));
}

/** What there is of each thing on the machine before and after many sandboxes. */
async function growth(sandboxes: Sandboxes, folder: string): Promise<boolean> {
  const before = census();
  await inTurns(sandboxes, folder, many, 4);
  const after = census();
  const rows = Object.entries(before).map(([what, count]): [string, number, number] => [what, count, after[what] ?? 0]);
  say(`Before and after ${many} of them`);
  say(
    renderTable([
      ['', 'before', 'after'],
      ...rows.map(([what, one, other]) => [what, one.toFixed(0), other.toFixed(0)]),
    ]),
  );
  return areWithin(rows.map(([name, one, figure]) => ({ name, figure, limit: one + (spare[name] ?? 0), unit: '' })));
}

/** What a heap that is not full yet, and a disk that others write to, may differ by. */
const spare: Readonly<Record<string, number>> = { 'heap, MB': 24, 'disk in use, MB': 64 };

/** Counts what a sandbox could leave behind. */
function census(): Record<string, number> {
  const lines = (text: string) => text.split('\n').filter(line => line !== '').length;
  const docker = (...words: string[]) => lines(execFileSync('docker', words, { encoding: 'utf8' }));
  const namespaces = new Set(
    readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(pid => linkOf(`/proc/${pid}/ns/net`)),
  );
  globalThis.gc?.();
  const { blocks, bfree, bsize } = statfsSync(tmpdir());
  return {
    containers: docker('ps', '--all', '--quiet'),
    networks: docker('network', 'ls', '--quiet'),
    volumes: docker('volume', 'ls', '--quiet'),
    mounts: lines(readFileSync('/proc/self/mountinfo', 'utf8')),
    'network namespaces': namespaces.size,
    'loop devices': lines(execFileSync('losetup', ['--list', '--noheadings'], { encoding: 'utf8' })),
    'heap, MB': process.memoryUsage().heapUsed / 1024 ** 2,
    'disk in use, MB': ((blocks - bfree) * bsize) / 1024 ** 2,
  };
}

function linkOf(path: string): string[] {
  try {
    return [readlinkSync(path)];
  } catch {
    // The process has ended meanwhile.
    return [];
  }
}
