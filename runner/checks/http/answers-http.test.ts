import { expect, test } from 'vitest';
import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import type { HttpEvidence } from '../../probes/evidence/http-evidence.ts';
import { fakeAttachment } from '../../test/fakes/facts.ts';
import { judged, recordedEvidence, withContainer } from '../../test/fakes/recorded-evidence.ts';

const solution = recordedEvidence('solution');
const { server: answered } = solution.http;
const find = (change: Partial<HttpEvidence>, evidence = solution) =>
  judged({ ...evidence, http: { server: { ...(answered as HttpEvidence), ...change } } }, 'server-answers');
const failing = (reason: Extract<HttpOutcome, { ok: false }>['reason'], detail = '') =>
  find({ attempts: [{ port: 5000, outcome: { ok: false, reason, detail } }] });

test('any status is an answer, on whatever port, and after others that gave none', () => {
  const finding = find({
    attempts: [
      { port: 5000, outcome: { ok: true, status: 404, durationMs: 1, contentType: '', body: '' } },
      { port: 3000, outcome: { ok: false, reason: 'timeout', detail: '' } },
    ],
  });
  expect(finding.verdict).toBe('pass');
  expect(finding.observed).toContain('404');
  expect(finding.observed).toContain(':5000');
});

test.each([
  ['not-http', 'is not HTTP'],
  ['timeout', 'did not answer in time'],
  ['closed', 'socket hang up'],
] as const)('a port that is %s is told as that, and the log is the place to look', (reason, observed) => {
  const finding = failing(reason, 'socket hang up');
  expect(finding).toMatchObject({ verdict: 'fail', next: 'docker logs --tail 20 server' });
  expect(finding.observed).toContain(observed);
});

test('one that was told to ask itself, and waits for its own answer, is told so without the value', () => {
  const env = { PROVIDER_URL: 'http://user:secret@localhost:8080', HOST: 'localhost' };
  const { observed } = find(
    { attempts: [{ port: 5000, outcome: { ok: false, reason: 'timeout', detail: '' } }] },
    withContainer(solution, 'server', { env }),
  );
  expect(observed).toContain('`PROVIDER_URL` with `localhost`');
  expect(observed).not.toContain('secret');
  expect(failing('timeout').observed).not.toContain('localhost');
});

test('nothing that listens is told as silence', () => {
  expect(find({ attempts: [], reachable: [], loopback: [] }).observed).toContain('nothing in it listens');
});

test('a server for itself only is run again with another address where it was given one', () => {
  const evidence = withContainer(solution, 'server', { env: { HOST: '127.0.0.1', URL: 'http://localhost:8080' } });
  const { next, observed } = find({ attempts: [], reachable: [], loopback: [8080] }, evidence);
  expect(observed).toContain('127.0.0.1:8080');
  expect(next).toContain('--env HOST=0.0.0.0');
  expect(next).not.toMatch(/localhost|127\.0\.0\.1/);
});

test('else the program has to change, and a search shows where', () => {
  expect(find({ attempts: [], reachable: [], loopback: [8080] }).next).toMatch(/^grep /);
});

test('without a network to ask on it waits, and the way there can be run as it stands', () => {
  const alone = withContainer({ ...solution, http: {} }, 'server', {
    networkMode: 'default',
    networks: [{ ...fakeAttachment('bridge', '172.17.0.2'), networkId: 'x' }],
  });
  const find = (evidence = alone) => judged(evidence, 'server-answers');
  expect(find()).toMatchObject({ verdict: 'blocked', next: 'docker network connect app-net server' });
  const networks = alone.facts.networks.filter(network => !network.userDefined);
  const nowhere = { ...alone, facts: { ...alone.facts, networks } };
  expect(find(nowhere)).toMatchObject({ verdict: 'blocked', next: 'docker network create app-net' });
  const onHost = withContainer(alone, 'server', { networkMode: 'host', networks: [] });
  expect(find(onHost).next).toMatch(/^docker rm --force server && docker run .*--network app-net /);
});
