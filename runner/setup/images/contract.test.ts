import { expect, test } from 'vitest';
import { labImages } from '../../../lab-images/images.ts';
import type { ImageFacts } from '../../engine/facts.ts';
import { brokenByFacts, brokenInside } from './contract.ts';

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
const inside = { node: '26.10.0', uid: 65532, writable: true, present: ['node'], traces: [] };

test('an image that keeps its contract breaks no promise, whatever else it has', () => {
  expect(brokenByFacts(facts, contract)).toEqual([]);
  expect(brokenInside({ ...inside, node: '27.0.0' }, contract)).toEqual([]);
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
  [{ node: '25.9.0' }, 'Node is 25.9.0, not 26'],
  [{ node: '?' }, 'Node is ?, not 26'],
  [{ uid: 0 }, 'it runs as user 0, not 65532'],
  [{ writable: false }, "/app is not its user's own"],
  [{ present: [] }, 'without node'],
  [{ traces: ['/bin/sh'] }, 'with /bin/sh'],
])('%j inside breaks one', (change, told) => {
  expect(brokenInside({ ...inside, ...change }, contract)).toEqual([told]);
});
