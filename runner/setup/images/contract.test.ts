import { expect, test } from 'vitest';
import { labImages } from '../../../lab-images/images.ts';
import type { ImageFacts } from '../../engine/facts.ts';
import { brokenByFacts, brokenInside, parseShellLook } from './contract.ts';

const contract = labImages.find(image => image.name === 'node:26')?.contract;
if (!contract) throw new Error('no node:26');

const facts: ImageFacts = {
  id: 'sha256:1',
  tags: ['lab/node:26'],
  digests: [],
  createdAt: '2026-11-20T23:00:00Z',
  size: 1,
  labels: {},
  exposedPorts: [],
  user: contract.user,
  entrypoint: contract.entrypoint,
  command: [],
  workingDirectory: contract.workingDirectory,
  env: { ...contract.env, MORE: '1' },
  origin: 'lab',
};
const inside = { version: '26.10.0', uid: 65532, writable: true, present: ['node'], traces: [] };

test('an image that keeps its contract breaks no promise, whatever else it has', () => {
  expect(brokenByFacts(facts, contract)).toEqual([]);
  expect(brokenInside({ ...inside, version: '27.0.0' }, contract)).toEqual([]);
});

test.each([
  [{ user: '' }, 'user is "", not "65532"'],
  [{ entrypoint: [] }, 'entrypoint is [], not ["/usr/bin/node"]'],
  [{ workingDirectory: '/' }, 'working directory is "/", not "/app"'],
  [{ env: { PATH: contract.env.PATH ?? '' } }, 'SSL_CERT_FILE is undefined'],
])('%j breaks one', (change, told) => {
  const broken = brokenByFacts({ ...facts, ...change }, contract);
  expect(broken).toHaveLength(1);
  expect(broken[0]).toContain(told);
});

test.each([
  [{ version: '25.9.0' }, 'Node is 25.9.0, not 26'],
  [{ version: '?' }, 'Node is ?, not 26'],
  [{ uid: 0 }, 'it runs as user 0, not 65532'],
  [{ writable: false }, "/app is not its user's own"],
  [{ present: [] }, 'without node'],
  [{ traces: ['/bin/sh'] }, 'with /bin/sh'],
])('%j inside breaks one', (change, told) => {
  expect(brokenInside({ ...inside, ...change }, contract)).toEqual([told]);
});

test.each([
  [
    'redis:8',
    'Redis server v=8.0.2 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64',
    'Redis server v=7.4.1 sha=0',
    '7.4.1',
  ],
  ['postgres:17', 'postgres (PostgreSQL) 17.12 (Debian 17.12-0+deb13u1)', 'postgres (PostgreSQL) 18.4', '18.4'],
])('of %s, only that major version will do, as a look in shell tells', (name, right, wrong, version) => {
  const contract = labImages.find(image => image.name === name)?.contract;
  if (!contract?.service) throw new Error(`no service in ${name}`);
  const lines = (said: string) => [
    `uid ${contract.user}`,
    'writable yes',
    `version ${said}`,
    ...contract.present.map(program => `present ${program}`),
  ];
  expect(brokenInside(parseShellLook(lines(right)), contract)).toEqual([]);
  const { program, major } = contract.service;
  expect(brokenInside(parseShellLook(lines(wrong)), contract)).toEqual([`${program} is ${version}, not ${major}`]);
  expect(brokenInside(parseShellLook([...lines(right), 'trace /usr/bin/apt']), contract)).toEqual([
    'with /usr/bin/apt',
  ]);
  expect(brokenInside(parseShellLook([]), contract)).toHaveLength(4);
});
