import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { catalogue } from '../../../challenges/catalogue.ts';
import type { Report } from '../../verdict/report.ts';
import { isLongRun } from '../long.ts';

/** Every challenge's reference solution, by the commands that people use. */
const lab = join(import.meta.dirname, '../../../runner/lab');

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(lab, words, { encoding: 'utf8', timeout: 300_000 });
  return { status, stdout, said: `${words.join(' ')}\n${stdout}${stderr}` };
}

function ours(): string[] {
  const list = (...words: string[]) =>
    execFileSync('docker', [...words, '--quiet', '--filter', 'label=estaleiro.challenge'], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
  return [...list('ps', '--all'), ...list('network', 'ls'), ...list('volume', 'ls')];
}

function up(number: number): void {
  const { status, said } = run('up', String(number));
  expect(status, said).toBe(0);
}

function verifyFully(number: number): void {
  const { status, stdout, said } = run('verify', String(number), '--disrupt', '--json');
  expect(status, said).toBe(0);
  const report = JSON.parse(stdout) as Report;
  expect(report.objectives.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id)).toEqual([]);
}

function down(number: number): void {
  const { status, said } = run('down', String(number));
  expect(status, said).toBe(0);
}

afterEach(() => {
  for (const { number } of catalogue) run('down', String(number));
});

const rounds = isLongRun ? 2 : 1;

test(`up, verify and down of all of them beside each other, ${rounds} times, leave full marks and nothing else`, () => {
  for (let round = 0; round < rounds; round++) {
    for (const { number } of catalogue) up(number);
    for (const { number } of catalogue) verifyFully(number);
    for (const { number } of catalogue) down(number);
    expect(ours()).toEqual([]);
  }
}, 600_000);
