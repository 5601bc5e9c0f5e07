import type { RedisOutcome, SqlOutcome } from '../../lab-images/probe/protocol.ts';
import type { Protocol } from '../challenge/definition.ts';
import type { Probe } from './probe.ts';
import { listenersOf } from './sighting.ts';
import { type Door, doorAt } from './store-door.ts';

const answerMs = 4_000;
const maxPorts = 4;

/** Whether something speaks a protocol; `undefined` if it did not say so in time. */
type Spoken = boolean | undefined;

const askers: Readonly<
  Record<Exclude<Protocol, 'http'>, (probe: Probe, door: Door, signal: AbortSignal) => Promise<Spoken>>
> = {
  postgresql: async (probe, door, signal) =>
    isPostgres(
      await probe.sql({ ...door, user: 'postgres', database: 'postgres', statements: [], timeoutMs: answerMs }, signal),
    ),
  redis: async (probe, door, signal) =>
    isRedis(await probe.redis({ ...door, commands: [['PING']], timeoutMs: answerMs }, signal)),
};

/** What was asked once need not be asked again, while the same ports are listened on. */
const asked = new WeakMap<Probe, { readonly ports: string; readonly spoken: readonly Protocol[] }>();

/** The protocols of stores that a container was found to speak; `undefined` if it was not asked, or nothing came of it. */
export const storesSpoken = (probe: Probe): readonly Protocol[] | undefined => asked.get(probe)?.spoken;

/**
 * Active, but gentle: asks whatever listens in a container, over its own loopback, whether it is a store; `storesSpoken` has
 * the answer. Nothing comes of it where nothing listens, or somebody does not answer in time.
 */
export async function askStores(probe: Probe, signal: AbortSignal): Promise<void> {
  const listeners = listenersOf((await probe.snapshot(signal)).sockets);
  const doors = [...new Map(listeners.map(listener => [listener.port, doorAt(listener)])).values()].slice(0, maxPorts);
  const ports = doors.map(({ port }) => port).join();
  if (doors.length === 0 || asked.get(probe)?.ports === ports) return;
  asked.delete(probe);
  const answers = await Promise.all(
    Object.entries(askers).map(async ([protocol, ask]) => ({
      protocol: protocol as Protocol,
      said: await Promise.all(doors.map(door => ask(probe, door, signal))),
    })),
  );
  const spoken = answers.filter(({ said }) => said.includes(true)).map(({ protocol }) => protocol);
  const isUnsure = spoken.length === 0 && answers.some(({ said }) => said.includes(undefined));
  if (!isUnsure) asked.set(probe, { ports, spoken });
}

/** Whatever it says to us, even that we may not come in, it says as PostgreSQL does: with a code. */
function isPostgres(outcome: SqlOutcome): Spoken {
  return outcome.ok || outcome.code !== '' || unlessUnsure(outcome.detail);
}

/** An error is an answer, too: most of all that a password is wanted. */
function isRedis(outcome: RedisOutcome): Spoken {
  if (!outcome.ok) return unlessUnsure(outcome.detail);
  const [reply] = outcome.replies;
  return reply === 'PONG' || (typeof reply === 'object' && reply !== null && 'error' in reply);
}

const unlessUnsure = (detail: string): Spoken => (/no answer within|ECONNREFUSED/.test(detail) ? undefined : false);
