import { afterEach, beforeEach, expect, test } from 'vitest';
import { ServiceBench } from './service-container.ts';

const image = 'lab/redis:8';

let bench: ServiceBench;
beforeEach(async () => {
  bench = await ServiceBench.make();
});
afterEach(() => bench[Symbol.asyncDispose]());

const ready = (...options: readonly string[]) =>
  bench.until(
    'cache',
    'sh',
    '-c',
    `case $(redis-cli ${options.join(' ')} ping) in PONG | NOAUTH*) ;; *) false ;; esac`,
  );
/** As another service on the network asks, by name. */
const ask = async (...command: readonly string[]) =>
  (await bench.run(image, ['redis-cli', '-h', 'cache', ...command])).stdout.trim();

test('it answers other containers by its name, without a password, as nobody special', async () => {
  await bench.start('cache', image);
  await ready();
  expect(await ask('incr', 'visits')).toBe('1');
  expect(await ask('incrby', 'visits', '41')).toBe('42');
  expect(await ask('info', 'server')).toContain('redis_version:8.');
  const user = await bench.exec(
    'cache',
    'sh',
    '-c',
    'while read -r name id _; do [ "$name" != Uid: ] || echo "$id"; done </proc/1/status',
  );
  expect(user.stdout).toBe('65532\n');
});

test('options may stand alone or behind the name of the server', async () => {
  await bench.start('cache', image, [], ['--requirepass', 'x']);
  await ready();
  expect(await ask('ping')).toContain('NOAUTH');
  expect(await ask('--no-auth-warning', '-a', 'x', 'ping')).toBe('PONG');
  await bench.change('cache', 'rm');
  await bench.start('cache', image, [], ['redis-server', '--appendonly', 'yes', '--save', '']);
  await ready();
  expect(await ask('config', 'get', 'appendonly')).toBe('appendonly\nyes');
});

test('a configuration file counts, and has the last word on protected mode where it has any', async () => {
  await bench.start('cache', image, [], ['/etc/redis.conf'], { '/etc/redis.conf': 'maxmemory 9mb\n' });
  await ready();
  expect(await ask('config', 'get', 'maxmemory')).toBe(`maxmemory\n${9 * 1024 * 1024}`);
  await bench.change('cache', 'rm');
  const careful = { '/etc/redis.conf': '# Careful.\nprotected-mode yes\n' };
  await bench.start('cache', image, [], ['redis-server', '/etc/redis.conf', '--maxmemory', '7mb'], careful);
  await ready();
  expect(await ask('ping')).toContain('DENIED');
  expect((await bench.exec('cache', 'redis-cli', 'config', 'get', 'maxmemory')).stdout).toContain(`${7 * 1024 * 1024}`);
});

test.each([['stop'], ['kill']] as const)(
  'what is on a named volume is there after docker %s, when the container is another one',
  async verb => {
    const volume = await bench.volume('data');
    const options = ['--volume', `${volume}:/data`];
    const command = verb === 'kill' ? ['--appendonly', 'yes', '--appendfsync', 'always'] : [];
    await bench.start('cache', image, options, command);
    await ready();
    await ask('incrby', 'visits', '3');
    await bench.change('cache', verb);
    if (verb === 'stop') expect(await bench.exitCode('cache')).toBe(0);
    await bench.change('cache', 'rm');
    await bench.start('cache', image, options, command);
    await ready();
    expect(await ask('incr', 'visits')).toBe('4');
  },
);

test('asked for its version, it says it and ends', async () => {
  for (const command of [['--version'], ['redis-server', '--version']])
    expect((await bench.run(image, command)).stdout).toMatch(/^Redis server v=8\./);
});
