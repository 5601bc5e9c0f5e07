import { expect, test } from 'vitest';
import { serversIn } from './name-servers.ts';

test.each([
  ['nameserver 10.0.0.2\nnameserver fd00::2\nsearch school.example\n', ['10.0.0.2', 'fd00::2']],
  ['# nameserver 1.1.1.1\nnameserver 127.0.0.53\noptions edns0\n', []],
  ['nameserver 127.0.0.11\nnameserver ::1\n  nameserver\t8.8.4.4\n', ['8.8.4.4']],
  ['nameserver $(reboot)\n', []],
  ['', []],
])('of %j, containers can ask %j', (content, servers) => {
  expect(serversIn(content)).toEqual(servers);
});
