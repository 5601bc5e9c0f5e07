import { afterEach, beforeAll, expect, it } from 'vitest';
import { longTest } from '../long.ts';
import { bundleLab, openLab, pipedLab } from './lab.ts';
import { docker, remove } from './workbench.ts';

/** A build may have to install packages first. */
const buildingMs = 240_000;
const tall = { env: { TERM: 'dumb' }, rows: 240, columns: 120 };
const takenBy = 'estaleiro.test=pty-play';

beforeAll(bundleLab);
afterEach(async () => {
  const mine = await docker('ps', '--all', '--quiet', '--filter', `label=${takenBy}`);
  for (const id of mine.split('\n').filter(Boolean)) await remove(id);
});

const left = async () => [
  await docker('ps', '--all', '--quiet', '--filter', 'label=estaleiro.challenge'),
  await docker('network', 'ls', '--quiet', '--filter', 'label=estaleiro.challenge'),
];

it('where the terminal cannot draw', { timeout: 300_000 }, async () => {
  await using terminal = openLab(tall);
  await terminal.sees('Challenge 1: Networked containers');
  expect(terminal.isFullScreen()).toBe(false);
  await terminal.sees(/\$ docker network create app-net\n(.*\n)* +Objectives now: 0 of 20/);
  await terminal.sees(
    /Challenge 1 is solved: every required objective is met, 20 of 20 points\. And the bonus/,
    buildingMs,
  );
  await terminal.sees('Removed network app-net');
  // The others follow: the next test goes on to the end of them all.
  await terminal.sees('Challenge 2: ');
  terminal.type('\u0003');
  expect(await terminal.ends()).toBe(130);
  expect(await left()).toEqual(['', '']);
});

longTest(
  'where input and output are no terminal, to the end and without a sign of colour',
  {
    timeout: 300_000,
  },
  async () => {
    // It fails where the exit code is not 0.
    const output = await pipedLab();
    expect(output).toContain('Challenge 1 is solved');
    expect(output).toContain('Challenge 5 is solved');
    expect(output).not.toContain('\u001b');
    expect(await left()).toEqual(['', '']);
  },
);

it('cleans up and says so after Ctrl-C', { timeout: 300_000 }, async () => {
  await using terminal = openLab(tall);
  await terminal.sees(/\$ docker run --detach --name server(.*\n)+ +Objectives now/, buildingMs);
  terminal.type('\u0003');
  await terminal.sees('Removed container server');
  await terminal.sees('Removed network app-net');
  expect(await terminal.ends()).toBe(130);
  expect(await left()).toEqual(['', '']);
});

it('touches nothing where a name that it needs is taken', async () => {
  await docker(
    'run',
    '--detach',
    '--name',
    'server',
    '--label',
    takenBy,
    'lab/node:26',
    '-e',
    'setInterval(() => {}, 1e9)',
  );
  await using terminal = openLab(tall);
  await terminal.sees('container server');
  expect(await terminal.ends()).toBe(3);
  expect(terminal.rows().join('\n')).not.toContain('$ docker network');
  expect(await docker('inspect', '--format', '{{.State.Running}}', 'server')).toBe('true');
});
