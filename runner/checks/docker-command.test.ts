import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import { shellQuote } from '../base/shell-quote.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeImage, fakeNetwork } from '../test/fakes/facts.ts';
import { type Changes, commandForMissing, networkToUse, recreateCommand } from './docker-command.ts';

/** The words that each `docker` of a command line gets from a real shell. */
function wordsByShell(command: string): string[][] {
  const script = `docker() { printf '%s\\0' "$@"; printf '\\1\\0'; }; ${command}`;
  const told = execFileSync('sh', ['-euc', script], { encoding: 'utf8' });
  return told
    .split('\x01\0')
    .filter(part => part !== '')
    .map(part => part.split('\0').slice(0, -1));
}

test.each([
  'server',
  'a b',
  "it's",
  '$HOME `id` "x" \\ !',
  '',
  '*',
  'linha\nnova',
  'a\\n\n\'b\' \\\\ $x "y"',
  '#x',
  '~',
  'a=b;c',
])('a shell reads %j back as it was', word => {
  expect(wordsByShell(`docker ${shellQuote(word)}`)).toEqual([[word]]);
});

test('a word of several lines is told in one', () => expect(shellQuote('linha\nnova')).not.toContain('\n'));

test('words that need no quotes have none', () => {
  expect(shellQuote('http://server:8080')).toBe('http://server:8080');
});

describe('a container made anew', () => {
  const image = fakeImage('api', { entrypoint: ['node'], command: ['main.ts'], env: { PATH: '/bin', MODE: 'dev' } });
  const facts = fakeFacts({ images: [image] });
  const usual = fakeContainer('api', { env: image.env });
  const run = (change: Parameters<typeof fakeContainer>[1], changes: Changes = {}) => {
    const [removed, words] = wordsByShell(recreateCommand({ ...usual, ...change }, facts, changes));
    expect(removed).toEqual(['rm', '--force', 'api']);
    expect(words?.slice(0, 4)).toEqual(['run', '--detach', '--name', 'api']);
    return words?.slice(4);
  };

  test('gets nothing that its image brings, nor the default network', () => {
    expect(run({})).toEqual(['api']);
    expect(run({ networkMode: 'bridge' })).toEqual(['api']);
  });

  test('keeps its environment, network, ports, mounts, restart policy and arguments', () => {
    const words = run({
      networkMode: 'rede',
      env: { ...image.env, MODE: 'prod', GREETING: "olá, 'mundo'" },
      ports: [
        {
          container: 80,
          protocol: 'tcp',
          host: [
            { address: '0.0.0.0', port: 8080 },
            { address: '::', port: 8080 },
          ],
        },
        { container: 53, protocol: 'udp', host: [{ address: '127.0.0.1', port: 5300 }] },
        { container: 90, protocol: 'tcp', host: [{ address: '::1', port: 9090 }] },
        { container: 9229, protocol: 'tcp', host: [] },
      ],
      mounts: [
        { type: 'volume', source: 'data', target: '/data', writable: true },
        { type: 'bind', source: '/home/ana/my app', target: '/app', writable: false },
        { type: 'tmpfs', source: '', target: '/tmp', writable: true },
      ],
      restartPolicy: 'unless-stopped',
      command: ['node', 'other.ts', '--name', 'a b'],
    });
    expect(words).toEqual([
      ...['--network', 'rede'],
      ...['--publish', '8080:80', '--publish', '127.0.0.1:5300:53/udp', '--publish', '[::1]:9090:90'],
      ...['--env', 'MODE=prod', '--env', "GREETING=olá, 'mundo'"],
      ...['--volume', 'data:/data', '--volume', '/home/ana/my app:/app:ro'],
      ...['--restart', 'unless-stopped'],
      ...['api', 'other.ts', '--name', 'a b'],
    ]);
  });

  test('keeps an entrypoint that is not its image’s', () => {
    expect(run({ command: ['sh', '-c', 'echo "$HOME"'] })).toEqual(['--entrypoint', 'sh', 'api', '-c', 'echo "$HOME"']);
  });

  test('keeps the names that others on its network call it by', () => {
    const networks = [
      fakeAttachment('rede', '', [usual.id.slice(0, 12), 'server', 'api']),
      fakeAttachment('b', '', ['x']),
    ];
    expect(run({ networkMode: 'rede', networks })).toEqual(['--network', 'rede', '--network-alias', 'server', 'api']);
  });

  test('goes to another network where that is what changes', () => {
    expect(run({ networkMode: 'container:0123' }, { network: 'rede' })).toEqual(['--network', 'rede', 'api']);
  });

  test('is rewritten in its environment and its arguments only', () => {
    const rewrite = (text: string) => text.replaceAll('api', 'server');
    const words = run({ env: { ...image.env, URL: 'http://api' }, command: ['node', 'main.ts', 'api'] }, { rewrite });
    expect(words).toEqual(['--env', 'URL=http://server', 'api', 'main.ts', 'server']);
  });

  test('of another image starts as that one does', () => {
    expect(run({ command: ['sh', '-c', 'serve'] }, { image: 'mine' })).toEqual(['mine']);
  });

  test('can be told where its image is gone', () => {
    expect(run({ imageId: 'sha256:gone', env: {}, command: ['node', 'main.ts'] })).toEqual(['api', 'node', 'main.ts']);
  });
});

test('a database made anew has its port closed, or its files on a volume, and the rest as it was', () => {
  const image = fakeImage('pg', { env: { PGDATA: '/var/lib/postgresql/data' } });
  const anonymous = {
    type: 'volume',
    source: 'f'.repeat(64),
    target: '/var/lib/postgresql/data',
    writable: true,
  } as const;
  const scripts = { type: 'bind', source: '/srv/sql', target: '/docker-entrypoint-initdb.d', writable: false } as const;
  const container = fakeContainer('pg', {
    env: { ...image.env, POSTGRES_PASSWORD: 'x' },
    ports: [{ container: 5432, protocol: 'tcp', host: [{ address: '0.0.0.0', port: 5432 }] }],
    mounts: [anonymous, scripts],
  });
  const facts = fakeFacts({ images: [image] });
  expect(recreateCommand(container, facts, { unpublished: true })).not.toContain('--publish');
  const volume = { name: 'pg-data', target: '/var/lib/postgresql/data' };
  expect(recreateCommand(container, facts, { volume })).toBe(
    'docker rm --force pg && docker run --detach --name pg --publish 5432:5432 --env POSTGRES_PASSWORD=x ' +
      '--volume /srv/sql:/docker-entrypoint-initdb.d:ro --volume pg-data:/var/lib/postgresql/data pg',
  );
  const high = {
    ...container,
    mounts: [{ ...anonymous, source: 'pg-data', target: '/var/lib/postgresql' }, anonymous],
  };
  expect(recreateCommand(high, facts, { volume }).match(/--volume \S+/g)).toEqual([
    '--volume pg-data:/var/lib/postgresql/data',
  ]);
});

describe('the network to meet on', () => {
  const on = (...networks: string[]) =>
    fakeContainer('x', { networks: networks.map(name => fakeAttachment(name, '')) });
  const having = (...names: string[]) => fakeFacts({ networks: names.map(name => fakeNetwork(name)) });

  test('is the one that most are on', () => {
    expect(networkToUse(challenge, having('app-net', 'a', 'b'), [on('a'), on('a', 'b'), on('b', 'a')])).toBe('a');
  });

  test('is the one that the brief suggests where nobody is on any', () => {
    expect(networkToUse(challenge, having('a', 'app-net'), [on('bridge')])).toBe('app-net');
  });

  test('is the only one there is, and none where there are several to choose from, or none', () => {
    expect(networkToUse(challenge, having('minha'), [])).toBe('minha');
    expect(networkToUse(challenge, having('a', 'b'), [])).toBeUndefined();
    expect(networkToUse(challenge, having(), [on('bridge')])).toBeUndefined();
  });

  test('is not the only one where somebody else is on it', () => {
    expect(networkToUse(challenge, { ...having('minha'), containers: [on('minha')] }, [])).toBeUndefined();
  });
});

test('what is missing comes one step at a time: the network, the image, the container', () => {
  const [, client] = challenge.roles;
  if (client === undefined) throw new TypeError('challenge 1 has a client');
  const networks = [fakeNetwork('minha')];
  expect(commandForMissing(client, challenge, fakeFacts())).toBe('docker network create app-net');
  expect(commandForMissing(client, challenge, fakeFacts({ networks }))).toBe(client.build);
  expect(commandForMissing(client, challenge, fakeFacts({ networks, imageTags: ['client:latest'] }))).toBe(
    'docker run --detach --name client --network minha --env SERVER_URL=http://server:8080 client',
  );
});

test('the missing one calls the others by the names and ports that they have', () => {
  const [, client] = challenge.roles;
  if (client === undefined) throw new TypeError('challenge 1 has a client');
  const container = fakeContainer('servidor', { networks: [fakeAttachment('minha', '172.18.0.2', [])] });
  const facts = fakeFacts({ networks: [fakeNetwork('outra'), fakeNetwork('minha')], imageTags: ['client:latest'] });
  expect(commandForMissing(client, challenge, facts, [{ suggested: 'server', container, port: 5000 }])).toBe(
    'docker run --detach --name client --network minha --env SERVER_URL=http://servidor:5000 client',
  );
});

describe('what others have already', () => {
  const [role] = challenge.roles;
  if (role === undefined) throw new TypeError('challenge 1 has a server');
  const run = 'docker run --detach --name server --network {network} --publish 8080:8080 server';
  const published = (port: number) => ({
    ports: [{ container: 80, protocol: 'tcp' as const, host: [{ address: '0.0.0.0', port }] }],
  });
  const networks = [fakeNetwork('app-net')];
  const next = (containers: Parameters<typeof fakeFacts>[0], leftOut?: string) =>
    commandForMissing({ ...role, run }, challenge, fakeFacts({ networks, ...containers }), [], leftOut);

  test('a name or a port of the host is not taken from them', () => {
    const containers = [
      fakeContainer('server', published(8080)),
      fakeContainer('server-2'),
      fakeContainer('x', published(8081)),
    ];
    expect(next({ containers, imageTags: ['server:latest'] })).toBe(
      'docker run --detach --name server-3 --network app-net --publish 8082:8080 server',
    );
    expect(next({ imageTags: ['server:latest'] })).toBe(run.replace('{network}', 'app-net'));
  });

  test('an image of the same tag that another challenge’s container runs is not the one that is meant', () => {
    const facts = {
      containers: [fakeContainer('server')],
      images: [fakeImage('server')],
      imageTags: ['server:latest'],
    };
    expect(next(facts, 'server')).toBe(role.build);
    expect(next({ ...facts, images: [fakeImage('server', { tags: [] })] }, 'server')).toContain('--name server-2');
  });
});

test('a volume that the brief’s command mounts is made before the container', () => {
  const role = {
    ...(challenge.roles[0] as NonNullable<(typeof challenge.roles)[0]>),
    build: '',
    run: 'docker run --detach --name pg --network {network} --volume pg-data:/data lab/postgres:17',
  };
  const facts = fakeFacts({ networks: [fakeNetwork('app-net')] });
  expect(commandForMissing(role, challenge, facts)).toBe('docker volume create pg-data');
  const volumes = [{ name: 'pg-data', driver: 'local', anonymous: false, labels: {} }];
  expect(commandForMissing(role, challenge, { ...facts, volumes })).toBe(role.run.replace('{network}', 'app-net'));
});
