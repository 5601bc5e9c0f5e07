import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { httpGet } from './http-get.ts';
import { parseCounters, parseSockets } from './proc-net.ts';
import type { Observation, Request } from './protocol.ts';
import { Traffic } from './traffic.ts';

/**
 * The probe: runs in the network namespace of a learner's container, changes nothing there, and tells what it sees.
 * It ends when its standard input does, so that it never outlives the `lab` that started it.
 */

const tell = (observation: Observation) => process.stdout.write(`${JSON.stringify(observation)}\n`);

function snapshot(id?: number): Observation {
  const at = Date.now();
  const sockets = ['tcp', 'tcp6'].flatMap(table => parseSockets(read(table), at));
  return { kind: 'snapshot', at, ...(id === undefined ? {} : { id }), sockets, counters: parseCounters(read('snmp')) };
}

/** /proc/net/tcp6 is not there where IPv6 is off. */
function read(table: string): string {
  try {
    return readFileSync(`/proc/net/${table}`, 'utf8');
  } catch {
    return '';
  }
}

/** Tells of the packets that have come: whoever asks for something gets what was seen before the answer. */
let tellPackets = () => {};

async function startCapture(): Promise<string | undefined> {
  try {
    const { capturePackets } = await import('./capture.ts');
    const traffic = new Traffic();
    tellPackets = capturePackets(packet => {
      const seen = traffic.observe(packet, Date.now());
      if (seen !== undefined) tell(seen);
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function answer(request: Request): Promise<void> {
  const { id } = request;
  switch (request.do) {
    case 'snapshot':
      tellPackets();
      tell(snapshot(id));
      return;
    case 'http': {
      const outcome = await httpGet(request);
      tellPackets();
      tell({ kind: 'http', at: Date.now(), id, outcome });
      return;
    }
    // Few probes are asked these, and each would have to wait for them to load.
    case 'sql': {
      const { askPostgres } = await import('./postgres.ts');
      tell({ kind: 'sql', at: Date.now(), id, outcome: await askPostgres(request) });
      return;
    }
    case 'redis': {
      const { askRedis } = await import('./redis.ts');
      tell({ kind: 'redis', at: Date.now(), id, outcome: await askRedis(request) });
      return;
    }
  }
}

const reason = await startCapture();
tell({ kind: 'ready', at: Date.now(), capture: reason === undefined, ...(reason === undefined ? {} : { reason }) });
tell(snapshot());

const requests = createInterface({ input: process.stdin });
requests.on('line', line => void answer(JSON.parse(line) as Request));
requests.on('close', () => process.exit(0));
