import { expect, test } from 'vitest';
import { judged, recordedEvidence, withContainer } from '../../test/fakes/recorded-evidence.ts';

const solution = recordedEvidence('solution');

test.each([
  ['com.docker.compose.project', 'loja', '`loja`'],
  ['io.podman.compose.project', 'loja', '`loja`'],
  ['com.docker.compose.service', 'web', '`?`'],
])('the label %s gives Compose away', (name, value, project) => {
  const finding = judged(withContainer(solution, 'client', { labels: { [name]: value } }), 'no-compose');
  expect(finding.verdict).toBe('fail');
  expect(finding.observed).toContain('`client`');
  expect(finding.observed).toContain(project);
});

test('other labels do not', () => {
  const labels = { 'com.docker.desktop': 'x', 'org.compose': 'y' };
  expect(judged(withContainer(solution, 'client', { labels }), 'no-compose').verdict).toBe('pass');
});

test('the container is run again as it was, under the name that the other one calls', () => {
  const { next } = judged(recordedEvidence('compose-labels'), 'no-compose');
  expect(next).toMatch(/^docker rm --force desafio-server-1 && docker run .*--network-alias server .*desafio-server$/);
  expect(next).not.toContain('compose');
});

test('with nobody there it waits', () => {
  expect(judged(recordedEvidence('nothing'), 'no-compose').verdict).toBe('blocked');
});
