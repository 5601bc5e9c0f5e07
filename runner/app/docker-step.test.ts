import { expect, test } from 'vitest';
import { dockerStep } from './docker-step.ts';

const label = ['--label', 'estaleiro.challenge=01-x'];

test.each([
  ['docker network create app-net', 'network', 'app-net', ['docker', 'network', 'create', ...label, 'app-net']],
  ['docker volume create --driver local data', 'volume', 'data', undefined],
  ['docker volume create', 'volume', undefined, undefined],
  ['docker volume create data --driver local', 'volume', 'data', undefined],
  ['docker volume create --driver=local data', 'volume', 'data', undefined],
  ['docker network create shop-net --driver bridge', 'network', 'shop-net', undefined],
  ['docker network create --internal -d bridge shop-net', 'network', 'shop-net', undefined],
  ['docker network create -dbridge shop-net', 'network', 'shop-net', undefined],
  ['docker run --detach --name server server', 'container', 'server', undefined],
  ['docker run -d --name=a-b img --name other', 'container', 'a-b', undefined],
  ['docker run -d img', 'container', undefined, ['docker', 'run', ...label, '-d', 'img']],
  ['docker container create --name x1 img', 'container', 'x1', undefined],
  ['docker build --tag server server', 'image', undefined, ['docker', 'build', '--tag', 'server', 'server']],
  ['docker network connect app-net server', 'other', undefined, ['docker', 'network', 'connect', 'app-net', 'server']],
])('%s makes a %s', (command, kind, name, words) => {
  const step = dockerStep(command, '01-x');
  expect([step.kind, step.name]).toEqual([kind, name]);
  if (words !== undefined) expect(step.words).toEqual(words);
});
