import { expect, it } from 'vitest';
import { fakeAttachment, fakeContainer, fakeFacts, fakeImage } from '../../../test/fakes/facts.ts';
import { enriched } from './enrich.ts';
import type { CommandEntry } from './entry.ts';
import { discreet, runOptions } from './run-options.ts';

const image = fakeImage('api', { env: { PATH: '/bin' }, volumes: ['/cache'], user: '65532', workingDirectory: '/app' });
const plain = { imageId: image.id, user: '65532', workingDirectory: '/app' };
const anonymous = 'a'.repeat(64);

it('says all that was given, and nothing that the image brings', () => {
  const container = fakeContainer('api', {
    ...plain,
    image: 'api',
    env: { PATH: '/bin', DATABASE_URL: 'postgres://me:hush@db:5432/x', GREETING: 'hello you' },
    networkMode: 'app-net',
    networks: [fakeAttachment('app-net', '172.18.0.2', ['web', '6170692e2e2e'])],
    ports: [
      {
        container: 8080,
        protocol: 'tcp',
        host: [
          { address: '0.0.0.0', port: 80 },
          { address: '::', port: 80 },
        ],
      },
      { container: 53, protocol: 'udp', host: [{ address: '127.0.0.1', port: 5353 }] },
      { container: 9090, protocol: 'tcp', host: [] },
    ],
    mounts: [
      { type: 'volume', source: 'data', target: '/data', writable: true },
      { type: 'volume', source: anonymous, target: '/cache', writable: true },
      { type: 'volume', source: anonymous, target: '/scratch', writable: true },
      { type: 'bind', source: '/srv/site', target: '/site', writable: false },
    ],
    restartPolicy: 'always',
    autoRemove: false,
  });
  const options = runOptions(container, fakeFacts({ containers: [container], images: [image] }));
  expect(options.join(' ')).toBe(
    '--name api --network app-net --network-alias web --publish 80:8080 --publish 127.0.0.1:5353:53/udp ' +
      '--env DATABASE_URL=postgres://me:***@db:5432/x --env GREETING=hello you ' +
      '--volume data:/data --volume /scratch --volume /srv/site:/site:ro --restart always api',
  );
});

it('says another entrypoint, arguments, a user, and whose network is used', () => {
  const host = fakeContainer('host');
  const container = fakeContainer('api', {
    ...plain,
    user: 'root',
    networkMode: `container:${host.id}`,
    command: ['sh', '-c', 'sleep 1'],
    autoRemove: true,
  });
  const built = { ...image, entrypoint: ['node'], command: ['main.ts'] };
  const options = runOptions(container, fakeFacts({ containers: [host, container], images: [built] }));
  expect(options.join(' ')).toBe('--name api --rm --network container:host --user root --entrypoint sh api -c sleep 1');
});

it.each([
  ['POSTGRES_PASSWORD', 'estaleiro', '***'],
  ['API_KEY', 'x', '***'],
  ['GITHUB_TOKEN', 'x', '***'],
  ['SENHA', 'x', '***'],
  ['MONKEY', 'banana', 'banana'],
  ['PASSWORD', '', ''],
  ['URL', 'http://server:8080/a@b', 'http://server:8080/a@b'],
  ['URL', 'redis://:hush@redis:6379', 'redis://:***@redis:6379'],
])('shows %s=%s as %s', (name, value, shown) => {
  expect(discreet(name, value)).toBe(shown);
});

it('takes a volume that the run made in passing out of the log, and leaves one that was made by hand', () => {
  const entry = (deed: CommandEntry['deed'], id: string, began: number): CommandEntry => {
    return { kind: 'command', at: began, deed, id, name: id, began, ended: began };
  };
  const mount = (source: string) => ({ type: 'volume', source, target: `/${source}`, writable: true }) as const;
  const container = { ...fakeContainer('api'), id: 'api', mounts: [mount('mine'), mount('passing')] };
  const facts = fakeFacts({ containers: [container] });
  const log = [entry('volume-create', 'mine', 0), entry('volume-create', 'passing', 95), entry('run', 'api', 100)];
  const [mine, run, ...rest] = enriched(log, facts, undefined);
  expect(rest).toEqual([]);
  expect(mine).toBe(log[0]);
  expect(run).toMatchObject({ deed: 'run', options: expect.arrayContaining(['mine:/mine', 'passing:/passing']) });
  expect(
    enriched(
      [mine, run].filter(one => one !== undefined),
      facts,
      facts,
    ),
  ).toEqual([mine, run]);
});

it('learns from the next look which names an image has lost', () => {
  const lost: CommandEntry = { kind: 'command', at: 0, deed: 'image-remove', id: 'x', name: '', began: 0, ended: 0 };
  const before = fakeFacts({ imageTags: ['api:latest', 'other:1'] });
  expect(enriched([lost], fakeFacts({ imageTags: ['other:1'] }), before)).toMatchObject([{ name: 'api:latest' }]);
});
