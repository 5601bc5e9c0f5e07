import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { renderTable } from '../../app/table.ts';
import type { TestTerminal } from '../pty/terminal.ts';
import { client, docker, network, server } from '../pty/workbench.ts';
import { areWithin, say } from './figures.ts';
import { residentOf } from './processes.ts';

/** A learner who types a command every ten seconds, for an hour. */
const commandsInAnHour = 360;
const minuteMs = 60_000;
const warmUp = 60;
/** No growth, but for what a heap does by itself: in percent of what it was after warming up. */
const limit = 10;

/** Each of them undoes what the one before has done, so that the end is like the beginning. */
const commands: readonly (readonly string[])[] = [
  ['pause', server],
  ['unpause', server],
  ['network', 'disconnect', network, client],
  ['network', 'connect', network, client],
  ['volume', 'create', 'pty-bench'],
  ['volume', 'rm', 'pty-bench'],
  ['tag', 'lab/node:26', 'pty-bench:1'],
  ['image', 'rm', 'pty-bench:1'],
  ['create', '--name', 'pty-bench', 'lab/node:26'],
  ['rm', 'pty-bench'],
  ['restart', '--time', '0', server],
  ['rename', client, `${client}-a`],
  ['rename', `${client}-a`, client],
  ['exec', client, '/usr/bin/node', '--version'],
];

/** For the environment of the lab: at SIGUSR2 it collects garbage and says in a file what is left. */
export function memoryEnv(folder: string): Record<string, string> {
  const file = JSON.stringify(fileIn(folder));
  const script = `import { setFlagsFromString } from 'node:v8'; import { runInNewContext } from 'node:vm'; import fs from 'node:fs';
    setFlagsFromString('--expose-gc'); const collect = runInNewContext('gc');
    process.on('SIGUSR2', () => { collect(); collect();
      fs.writeFileSync(${file} + '.new', JSON.stringify(process.memoryUsage())); fs.renameSync(${file} + '.new', ${file}); });`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

/** Memory after an hour's worth of events in a minute, beside that before; false where it has grown beyond the limit. */
export async function benchMemory(terminal: TestTerminal, folder: string): Promise<boolean> {
  await typeCommands(warmUp, (minuteMs * warmUp) / commandsInAnHour);
  const before = await measured(terminal, folder);
  await typeCommands(commandsInAnHour, minuteMs);
  const after = await measured(terminal, folder);
  const growth = (100 * (after.heap - before.heap)) / before.heap;
  say(`Memory of the lab, garbage collected, before and after ${commandsInAnHour} docker commands in a minute: MB`);
  say(
    renderTable([
      ['', 'heap', 'resident'],
      [`after ${warmUp} commands`, before.heap.toFixed(1), before.resident.toFixed(1)],
      [`after ${commandsInAnHour} more`, after.heap.toFixed(1), after.resident.toFixed(1)],
      ['growth', `${growth.toFixed(1)} % (limit ${limit} %)`, (after.resident - before.resident).toFixed(1)],
    ]),
  );
  return areWithin([{ name: 'growth of the heap', figure: growth, limit, unit: '%' }]);
}

/** Evenly over the time; commands that take longer than their share follow one another at once. */
async function typeCommands(count: number, ms: number): Promise<void> {
  const began = performance.now();
  for (let typed = 0; typed < count; typed++) {
    await docker(...(commands[typed % commands.length] ?? []));
    await delay(Math.max(0, began + (ms * (typed + 1)) / count - performance.now()));
  }
  const rest = commands.length - (count % commands.length);
  for (const command of rest === commands.length ? [] : commands.slice(-rest)) await docker(...command);
}

async function measured({ pid }: TestTerminal, folder: string): Promise<{ heap: number; resident: number }> {
  // What was begun because of the last events is done.
  await delay(5_000);
  const file = fileIn(folder);
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (let tries = 0; tries < 100; tries++) {
    await delay(100);
    const said = readIfThere(file);
    if (said !== undefined) return { heap: JSON.parse(said).heapUsed / 1024 ** 2, resident: residentOf(pid) };
  }
  throw new Error('the lab did not say how much memory it uses');
}

const fileIn = (folder: string) => join(folder, 'memory.json');

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** What a run that was broken off may have left. */
export async function clearMemoryBench(): Promise<void> {
  await docker('rename', `${client}-a`, client).catch(() => {});
  await docker('rm', '--force', 'pty-bench').catch(() => {});
  await docker('volume', 'rm', 'pty-bench').catch(() => {});
  await docker('image', 'rm', 'pty-bench:1').catch(() => {});
}
