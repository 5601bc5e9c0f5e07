import { expect, test } from 'vitest';
import { likelyRefused } from './likely-refused.ts';

test.each([
  ['docker run --privileged -d x', ['--privileged']],
  ['docker run --network=host x\ndocker run --net host y', ['--network=host', '--net host']],
  ['docker run -v /var/run/docker.sock:/s x', ['-v /var/run/docker.sock:', '/var/run/docker.sock']],
  ['docker run -v /home/ana/dados:/dados x', ['-v /home/ana/dados:']],
  ['docker run -v "$HOME/dados:/dados" x', ['-v "$HOME/dados:']],
  ['docker run --mount type=bind,source=/srv,target=/x y', ['--mount type=bind,source=/srv']],
  ['cd app && docker compose up -d', ['docker compose up -d']],
  ['docker run --cap-add NET_ADMIN x', ['--cap-add NET_ADMIN']],
])('%s would be refused', (script, expected) => {
  expect(likelyRefused(script)).toEqual(expected);
});

test.each([
  'docker run -v "$PWD/nginx.conf:/etc/nginx/nginx.conf:ro" x',
  'docker run -v ./site:/usr/share/nginx/html x',
  'docker run -v dados:/dados --network rede x',
  '# docker run --privileged x',
  'docker run --security-opt no-new-privileges x',
  'docker run --network hosts-net x',
])('%s would not', script => {
  expect(likelyRefused(script)).toEqual([]);
});
