import { setTimeout as delay } from 'node:timers/promises';
import { renderTable } from '../../app/table.ts';
import type { TestTerminal } from '../pty/terminal.ts';
import { client, remove, runClient } from '../pty/workbench.ts';
import { areWithin, say } from './figures.ts';
import { cpuOf, engine, helpers } from './processes.ts';
import { complete, row } from './scene.ts';

/** What the issue allows the lab, in percent of a core. */
const limit = 1;
/** Whoever has just opened a challenge is looked after more often for a while. */
const calmMs = 75_000;
const windowMs = 30_000;

/** What is used while nothing happens, with the challenge solved and half done; false where the limit is exceeded. */
export async function benchIdle(terminal: TestTerminal): Promise<boolean> {
  const { pid } = terminal;
  await terminal.sees(complete, 60_000);
  const whole = await used(pid);
  await remove(client);
  await terminal.sees(row('custom-network', '✖'), 60_000);
  const half = await used(pid);
  await runClient();
  await terminal.sees(row('by-name', '✔'), 60_000);
  say(`While nothing happens, after ${calmMs / 1_000} s of that, in ${windowMs / 1_000} s: percent of one core`);
  say(
    renderTable([
      ['', 'lab', 'limit', 'its probes', 'how many', 'the engine'],
      ['challenge 1 solved', ...whole.cells],
      ['challenge 1 without its client', ...half.cells],
    ]),
  );
  return areWithin([
    { name: 'CPU when idle, solved', figure: whole.lab, limit, unit: '%' },
    { name: 'CPU when idle, half done', figure: half.lab, limit, unit: '%' },
  ]);
}

async function used(pid: number): Promise<{ lab: number; cells: string[] }> {
  await delay(calmMs);
  const probes = helpers();
  const dockerd = engine();
  const watched = [
    { name: 'lab', pids: [pid] },
    { name: 'probes', pids: probes },
    { name: 'engine', pids: dockerd },
  ];
  const [lab = 0, ofProbes = 0, ofEngine = 0] = await cpuOf(watched, windowMs);
  const engineCell = dockerd.length === 0 ? 'not found' : ofEngine.toFixed(2);
  return { lab, cells: [lab.toFixed(2), String(limit), ofProbes.toFixed(2), String(probes.length), engineCell] };
}
