import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { renderTable } from '../../app/table.ts';
import type { TestTerminal } from '../pty/terminal.ts';
import { client, docker, network, server } from '../pty/workbench.ts';
import { areWithin, median, p95, say } from './figures.ts';
import { row } from './scene.ts';

/** What the issue allows, in milliseconds at the median. */
const limits = { inspection: 150, experiment: 1_000 } as const;
const rounds = 12;

/** A docker command, the engine's event of it, and the sign on the screen that answers it. */
interface Step {
  readonly kind: keyof typeof limits;
  readonly command: readonly string[];
  readonly action: string;
  readonly shows: RegExp;
}

const steps: readonly Step[] = [
  {
    kind: 'inspection',
    command: ['network', 'disconnect', network, client],
    action: 'disconnect',
    shows: row('custom-network', '✖'),
  },
  {
    kind: 'inspection',
    command: ['network', 'connect', network, client],
    action: 'connect',
    shows: row('custom-network', '✔'),
  },
  { kind: 'experiment', command: ['pause', server], action: 'pause', shows: row('server-answers', '✖') },
  { kind: 'experiment', command: ['unpause', server], action: 'unpause', shows: row('server-answers', '✔') },
  { kind: 'experiment', command: ['stop', '--time', '0', server], action: 'die', shows: row('server-answers', '✖') },
  { kind: 'experiment', command: ['start', server], action: 'start', shows: row('server-answers', '✔') },
];

/** From the engine's event to the changed sign on the screen; false where the limits are exceeded. */
export async function benchLatency(terminal: TestTerminal): Promise<boolean> {
  await using events = followEvents();
  await events.opened;
  const seen = steps.map((): number[] => []);
  const told = steps.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { command, action, shows }] of steps.entries()) {
      const event = events.next(action);
      const [{ at, toldAt }, shownAt] = await Promise.all([event, shown(terminal, shows), docker(...command)]);
      seen[index]?.push(shownAt - at);
      told[index]?.push(toldAt - at);
      // At no particular moment of what the lab does by itself.
      await delay(200 + Math.random() * 1_000);
    }
  }
  const of = (kind: Step['kind']) => steps.flatMap((step, index) => (step.kind === kind ? (seen[index] ?? []) : []));
  say(`From the engine's event to the sign on the screen (${rounds} rounds; the events' own times)`);
  const figures = (times: readonly number[]) => [median(times).toFixed(0), p95(times).toFixed(0)];
  say(
    renderTable([
      ['', 'ms, median', 'ms, p95', 'limit', 'docker events tells it, ms'],
      ...steps.map(({ kind, command, shows }, index) => [
        `${kind}: docker ${command.slice(0, command[0] === 'network' ? 2 : 1).join(' ')} → ${shows.source[0]}`,
        ...figures(seen[index] ?? []),
        '',
        median(told[index] ?? []).toFixed(0),
      ]),
      ...(['inspection', 'experiment'] as const).map(kind => [
        `all by ${kind}`,
        ...figures(of(kind)),
        String(limits[kind]),
        '',
      ]),
    ]),
  );
  return areWithin(
    (['inspection', 'experiment'] as const).map(kind => ({
      name: `event to screen, ${kind}, median`,
      figure: median(of(kind)),
      limit: limits[kind],
      unit: 'ms',
    })),
  );
}

async function shown(terminal: TestTerminal, what: RegExp): Promise<number> {
  await terminal.sees(what, 60_000);
  return now();
}

const now = () => performance.timeOrigin + performance.now();

/** Events of the engine, with its own times and when `docker events` told of them; milliseconds since 1970. */
function followEvents() {
  const child = spawn('docker', ['events', '--format', '{{json .}}'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const waiting = new Map<string, (event: { at: number; toldAt: number }) => void>();
  createInterface({ input: child.stdout }).on('line', line => {
    const { Action, timeNano } = JSON.parse(line) as { Action: string; timeNano: number };
    waiting.get(Action)?.({ at: timeNano / 1e6, toldAt: now() });
    waiting.delete(Action);
  });
  return {
    // Nothing says that it follows; it does long before this.
    opened: delay(1_000),
    /** The next event of this action. */
    next(action: string) {
      const { promise, resolve } = Promise.withResolvers<{ at: number; toldAt: number }>();
      waiting.set(action, resolve);
      return promise;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
    },
  };
}
