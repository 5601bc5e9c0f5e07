import { expect, test } from 'vitest';
import type { ContainerFacts } from '../../engine/facts.ts';
import { fakeAttachment, fakeNetwork } from '../../test/fakes/facts.ts';
import { judged, recordedEvidence, withContainer } from '../../test/fakes/recorded-evidence.ts';

const solution = recordedEvidence('solution');
const find = (role: string, change: Partial<ContainerFacts>) =>
  judged(withContainer(solution, role, change), 'custom-network');

test.each([
  ['default', 'bridge', 'is on the default bridge', /^docker network connect app-net client$/],
  ['none', 'none', 'is on no network', /^docker rm --force client && docker run .*--network app-net .*client$/],
  ['host', 'host', "uses the host's network", /^docker rm --force client && docker run .*--network app-net .*client$/],
])(
  'a client on %s is told where it is, and the way to the server that the engine allows',
  (mode, network, observed, next) => {
    const networks = [{ ...fakeAttachment(network, ''), networkId: 'x' }];
    const finding = find('client', { networkMode: mode, networks });
    expect(finding).toMatchObject({ verdict: 'fail', next: expect.stringMatching(next) });
    expect(finding.observed).toContain(observed);
  },
);

test('a client that lives in another’s namespace has to be made anew', () => {
  const finding = find('client', { networkMode: 'container:0123', networks: [] });
  expect(finding.observed).toContain("shares another container's network");
  expect(finding.next).toMatch(/^docker rm --force client && docker run .*--network app-net /);
});

test('the server joins where that is who is outside, and each is told by its networks', () => {
  const evidence = withContainer(solution, 'server', { networks: [fakeAttachment('other', '10.9.0.2')] });
  const networks = [
    ...evidence.facts.networks.filter(({ name }) => name !== 'app-net'),
    fakeNetwork('other'),
    fakeNetwork('app-net'),
  ];
  const finding = judged({ ...evidence, facts: { ...evidence.facts, networks } }, 'custom-network');
  expect(finding.observed).toBe('`server` is on `other`; `client` is on `app-net`.');
  expect(finding.next).toMatch(/^docker network connect (other client|app-net server)$/);
});

test('a network that the engine brought is no meeting place, though both are on it', () => {
  const networks = solution.facts.networks.map(network => ({ ...network, userDefined: false }));
  const finding = judged({ ...solution, facts: { ...solution.facts, networks } }, 'custom-network');
  expect(finding).toMatchObject({ verdict: 'fail', next: 'docker network create app-net' });
});

test('containers that have stopped are still on their network', () => {
  const networks = [{ ...fakeAttachment('app-net', ''), networkId: '' }];
  expect(find('client', { state: 'exited', networks }).verdict).toBe('pass');
});
