import type { RedisOutcome, RedisReply } from '../../../lab-images/probe/protocol.ts';
import { EngineError } from '../../engine/engine.ts';
import type { CounterReading } from '../../probes/evidence/store-evidence.ts';
import type { Probe } from '../../probes/probe.ts';
import { type Door, findDoor, retryDelayMs, StoreRefused } from '../../probes/store-door.ts';
import type { Login } from '../../probes/store-logins.ts';

const usualPort = 6_379;
const answerMs = 4_000;
const maxKeys = 500;

/** The commands that make a number larger. */
const counting = new Set(['incr', 'incrby', 'incrbyfloat', 'hincrby', 'hincrbyfloat', 'zincrby']);

/** How a key's numbers are read, by its type. */
const readers: Readonly<Record<string, (key: string) => string[]>> = {
  string: key => ['GET', key],
  hash: key => ['HGETALL', key],
  zset: key => ['ZRANGE', key, '0', '200', 'WITHSCORES'],
  list: key => ['LLEN', key],
  set: key => ['SCARD', key],
  stream: key => ['XLEN', key],
};

/** Passive: what a Redis counts, asked over its own loopback by a probe in its namespace. It is only read. */
export class RedisView {
  readonly #probe: Probe;
  readonly #door: Door;
  readonly #login: Login;

  private constructor(probe: Probe, door: Door, login: Login) {
    this.#probe = probe;
    this.#door = door;
    this.#login = login;
  }

  /** Waits until it is ready, and tries the logins in turn. Throws StoreRefused when none is let in. */
  static async open(
    probe: Probe,
    logins: readonly Login[],
    deadlineMs: number,
    signal: AbortSignal,
  ): Promise<RedisView> {
    const began = performance.now();
    const door = await findDoor(probe, usualPort, deadlineMs, signal);
    if (door === undefined) throw new StoreRefused('silent', '');
    for (;;) {
      let last = '';
      for (const login of logins) {
        const outcome = await ask(probe, door, login, [['INFO', 'keyspace']], signal);
        const said = outcome.ok ? (errorOf(outcome.replies[0]) ?? '') : outcome.detail;
        if (outcome.ok && said === '') return new RedisView(probe, door, login);
        last = said;
      }
      const isPassword = /NOAUTH|WRONGPASS|AUTH|NOPERM/i.test(last);
      if (isPassword) throw new StoreRefused('password', last);
      if (performance.now() - began >= deadlineMs)
        throw new StoreRefused(/LOADING|ECONNREFUSED/.test(last) ? 'not-ready' : 'other', last);
      await probe.until(() => false, retryDelayMs, signal);
    }
  }

  /** What it counts now. */
  async read(signal: AbortSignal): Promise<CounterReading> {
    const [stats, keyspace] = await this.#ask(
      [
        ['INFO', 'commandstats'],
        ['INFO', 'keyspace'],
      ],
      signal,
    );
    const databases = [...textOf(keyspace).matchAll(/^db(\d+):/gm)].map(([, number = '0']) => number);
    const values = await Promise.all(databases.map(number => this.#valuesOf(number, signal)));
    return { commands: countingCommands(textOf(stats)), values: Object.fromEntries(values.flat()) };
  }

  async #valuesOf(database: string, signal: AbortSignal): Promise<[string, number][]> {
    const select = ['SELECT', database];
    const [, scanned] = await this.#ask([select, ['SCAN', '0', 'COUNT', '1000']], signal);
    const listed = Array.isArray(scanned) && Array.isArray(scanned[1]) ? scanned[1] : [];
    const keys = listed.filter(key => typeof key === 'string').slice(0, maxKeys);
    const [, ...types] = await this.#ask([select, ...keys.map(key => ['TYPE', key])], signal);
    const readable = keys.flatMap((key, index) => {
      const read = readers[textOf(types[index])];
      return read === undefined ? [] : [{ key, command: read(key) }];
    });
    const [, ...replies] = await this.#ask([select, ...readable.map(({ command }) => command)], signal);
    return readable.flatMap(({ key }, index) => numbersOf(`${database}:${key}`, replies[index] ?? null));
  }

  async #ask(commands: readonly (readonly string[])[], signal: AbortSignal): Promise<RedisReply[]> {
    const outcome = await ask(this.#probe, this.#door, this.#login, commands, signal);
    if (!outcome.ok) throw new EngineError('other', `Redis: ${outcome.detail}`);
    return outcome.replies;
  }
}

function ask(
  probe: Probe,
  door: Door,
  { user, password }: Login,
  commands: readonly (readonly string[])[],
  signal: AbortSignal,
): Promise<RedisOutcome> {
  const login = { ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) };
  return probe.redis({ ...door, ...login, commands, timeoutMs: answerMs }, signal);
}

/** From lines such as `cmdstat_incr:calls=7,usec=31,…,failed_calls=0`. */
export function countingCommands(stats: string): Record<string, number> {
  const lines = [...stats.matchAll(/^cmdstat_([\w|]+):(.*)$/gm)];
  const found = lines.flatMap(([, name = '', values = '']) => {
    const value = (key: string) => Number(new RegExp(`\\b${key}=(\\d+)`).exec(values)?.[1] ?? 0);
    return counting.has(name) ? [[name, value('calls') - value('failed_calls')] as const] : [];
  });
  return Object.fromEntries(found);
}

/** The whole numbers that a key's value has; hashes and sorted sets come as pairs of a field and its value. */
export function numbersOf(name: string, reply: RedisReply): [string, number][] {
  const whole = (value: RedisReply | undefined) =>
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^-?\d{1,15}$/.test(value)
        ? Number(value)
        : undefined;
  if (!Array.isArray(reply)) {
    const value = whole(reply);
    return value === undefined ? [] : [[name, value]];
  }
  return reply.flatMap((field, index) => {
    const value = index % 2 === 0 ? whole(reply[index + 1]) : undefined;
    return value === undefined ? [] : [[`${name}[${String(field)}]`, value] satisfies [string, number]];
  });
}

const textOf = (reply: RedisReply | undefined) => (typeof reply === 'string' ? reply : '');

function errorOf(reply: RedisReply | undefined): string | undefined {
  return typeof reply === 'object' && reply !== null && 'error' in reply ? reply.error : undefined;
}
