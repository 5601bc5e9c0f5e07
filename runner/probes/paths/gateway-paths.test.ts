import { expect, test } from 'vitest';
import { apiGateway } from '../../../challenges/05-api-gateway/challenge.ts';
import { candidatePaths, locationsIn, type Sources, speaksOf } from './gateway-paths.ts';
import { isHealthCheck } from './health-check.ts';

const [users, orders] = apiGateway.roles as [(typeof apiGateway.roles)[0], (typeof apiGateway.roles)[0]];
const nothing: Sources = { index: '', configuration: '', container: { env: {}, command: [] } };
const paths = (sources: Partial<Sources>, given?: string) =>
  candidatePaths(users, [orders], given, { ...nothing, ...sources });

test('the brief’s path comes first, and common ones in English and Portuguese are there', () => {
  expect(paths({})[0]).toBe('/users');
  expect(paths({})).toEqual(
    expect.arrayContaining(['/api/users', '/v1/users', '/usuarios', '/api/v1/usuarios', '/api/accounts']),
  );
});

test('none is there twice', () => expect(new Set(paths({})).size).toBe(paths({}).length));

test('a path that was given is the only one', () => expect(paths({ index: '/a /b' }, '/u')).toEqual(['/u']));

test('what the front page names comes before what is guessed, without what another service is called', () => {
  const index = '{"paths":["/gente/:id","/usuarios","/pedidos"]}';
  expect(paths({ index }).slice(0, 4)).toEqual(['/users', '/usuarios', '/gente', '/gente/1']);
  expect(paths({ index })).not.toContain('/pedidos');
});

test('paths in the environment and in the command are read, files and health checks are not', () => {
  const env = { USERS_PATH: '/gente', PATH: '/opt/bin', USERS_URL: 'http://users:3001/base' };
  const container = { env, command: ['node', '/app/server.js', '-e', 'if (url === "/povo" || url === "/health") …'] };
  const named = paths({ container });
  expect(named).toEqual(expect.arrayContaining(['/gente', '/povo']));
  for (const other of ['/opt/bin', '/app/server', '/health', '/base']) expect(named).not.toContain(other);
});

test.each([
  ['location /u { proxy_pass http://users; }', '/u'],
  ['  location = /u {', '/u'],
  ['location ^~ /u/ {', '/u'],
  ['location ~* ^/u(/.*)?$ {', '/u'],
  ['  handle_path /u/* {', '/u'],
  ['reverse_proxy /u/* users:3001', '/u'],
  ['  acl is_users path_beg /u', '/u'],
  ['  acl is_users path_beg -i /u', '/u'],
  ['rule: PathPrefix(`/u`)', '/u'],
])('%s tells of a path', (configuration, path) => expect(locationsIn(configuration)).toContain(path));

test('the root of a server is no path of a service', () => {
  expect(paths({ configuration: 'location / { return 404; }' })).not.toContain('/');
});

test('health checks are known', () => {
  for (const path of [
    ...['/health', '/api/healthz', '/ping?x=1', '/saude/', '/health_check', '/_health', '/healthy', '/v1/heartbeat'],
    ...['/health/provider', '/api/saude/banco'],
  ])
    expect(isHealthCheck(path), path).toBe(true);
  for (const path of [
    '/users',
    '/users/health-records',
    '/statuses',
    '/checkout',
    '/status/pedidos',
    '/healthcare',
    '/uploads',
  ])
    expect(isHealthCheck(path), path).toBe(false);
});

test('a path speaks of a role by a whole part of it', () => {
  expect(speaksOf('/api/Users/1', users)).toBe(true);
  expect(speaksOf('/user-guide', users)).toBe(false);
});

test('what its author names is tried, but not what is another’s, or sounds as if it ended something', () => {
  const named = paths({ stated: ['/gente', '/pedidos', '/shutdown'] });
  expect(named.slice(0, 2)).toEqual(['/users', '/gente']);
  expect(named).not.toContain('/pedidos');
  expect(named).not.toContain('/shutdown');
});
