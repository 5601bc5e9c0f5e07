import { expect, it } from 'vitest';
import { shellEnv, shellOf } from './shell-env.ts';

const engine = 'unix:///run/estaleiro/docker.sock';

it('takes out what npm has put in', () => {
  const env = {
    ...{
      HOME: '/home/ana',
      EDITOR: 'nano',
      npm_execpath: '/npm',
      npm_lifecycle_event: 'start',
      INIT_CWD: '/x',
      NODE: '/n',
    },
    PATH: '/lab/node_modules/.bin:/node_modules/.bin:/npm/lib/node-gyp-bin:/usr/bin:/bin',
  };
  expect(shellEnv(env, '/lab/runner', undefined)).toEqual({
    ...{ HOME: '/home/ana', EDITOR: 'nano', TERM: 'xterm-256color' },
    PATH: '/lab/runner:/usr/bin:/bin',
  });
});

it('leaves what is the learner’s own', () => {
  const env = { PATH: '/app/node_modules/.bin:/bin', NODE: 'mine', npm_token: 'x', TMUX: '/tmp/t', TERM_PROGRAM: 'a' };
  expect(shellEnv(env, '/lab/runner', undefined)).toEqual({
    ...{ NODE: 'mine', npm_token: 'x', TERM: 'xterm-256color' },
    PATH: '/lab/runner:/app/node_modules/.bin:/bin',
  });
});

it('names the lab’s engine only where docker would find another one', () => {
  const host = (env: Record<string, string>, address: string | undefined) => shellEnv(env, '/l', address).DOCKER_HOST;
  expect(host({}, engine)).toBe(engine);
  expect(host({}, 'unix:///var/run/docker.sock')).toBeUndefined();
  expect(host({}, 'tcp://10.0.0.1:2376')).toBeUndefined();
  expect(host({ DOCKER_HOST: 'tcp://mine' }, engine)).toBe('tcp://mine');
  expect(host({ DOCKER_CONTEXT: 'colima' }, engine)).toBeUndefined();
});

it('starts the learner’s own shell where it is there', () => {
  expect(shellOf({ SHELL: '/bin/sh', PATH: '/bin' })).toBe('/bin/sh');
  expect(shellOf({ SHELL: '/no/such/shell', PATH: '/usr/bin:/bin' })).toMatch(/\/bash$/);
  expect(shellOf({ SHELL: 'relative', PATH: '' })).toMatch(/\/(bash|sh)$/);
});
