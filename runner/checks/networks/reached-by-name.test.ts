import { describe, expect, test } from 'vitest';
import type { ContainerFacts } from '../../engine/facts.ts';
import type { CallEvidence } from '../../probes/calls.ts';
import { judged, recordedEvidence, withCalls, withContainer } from '../../test/fakes/recorded-evidence.ts';
import { isName } from './way-of.ts';

const solution = recordedEvidence('solution');
const address = solution.http.server?.address ?? '';
const asked = (name: string, ...addresses: string[]) => ({ name, found: addresses.length > 0, addresses });

/** The solution with a client of this kind, of which nothing but what is given is known. */
function find(calls: Partial<CallEvidence>, client: Partial<ContainerFacts> = {}) {
  const evidence = withContainer(solution, 'client', { env: {}, ...client });
  return judged(withCalls(evidence, { hosts: [], questions: [], datagramsSent: 4, ...calls }), 'by-name');
}
const url = (value: string) => ({ env: { URL: value } });

describe('by name', () => {
  test('with an answer of the DNS that leads to the server', () => {
    expect(find({ questions: [asked('api', address)] })).toMatchObject({ verdict: 'pass', next: '' });
  });

  test('with a Host header, and a name server asked at some time', () => {
    expect(find({ hosts: ['server:8080'] }).verdict).toBe('pass');
  });

  test('with the name it was told, where the DNS was asked before we watched', () => {
    expect(find({}, url('http://server:8080')).verdict).toBe('pass');
    expect(find({}, { command: ['wget', 'http://server:8080'] }).verdict).toBe('pass');
  });

  test('over IPv6', () => {
    const networks = (solution.facts.containers.find(({ name }) => name === 'server')?.networks ?? []).map(at => ({
      ...at,
      address6: 'fd00::2',
    }));
    const both = withContainer(withContainer(solution, 'client', { env: {} }), 'server', { networks });
    const to = { address: 'fd00:0:0:0:0:0:0:2', port: 8080 };
    const calls = [{ at: solution.at, route: 'direct' as const, to, port: 1, sign: 'request' as const }];
    const change = { calls, hosts: [], datagramsSent: 2 };
    const dns = withCalls(both, { ...change, questions: [asked('server', to.address)] });
    expect(judged(dns, 'by-name').verdict).toBe('pass');
    const literal = withCalls(both, { ...change, questions: [], hosts: ['[fd00::2]:8080'] });
    expect(judged(literal, 'by-name').verdict).toBe('fail');
  });
});

describe('not by name', () => {
  test('where no name server was ever asked, whatever the Host header says', () => {
    const finding = find({ hosts: ['server:8080'], datagramsSent: 0 });
    expect(finding.verdict).toBe('fail');
    expect(finding.observed).toContain(address);
  });

  test('where it was told the name, but resolves it without a name server', () => {
    expect(find({ datagramsSent: 0 }, url('http://server:8080')).verdict).toBe('fail');
  });

  test('where it was told the address, though it asks for other names', () => {
    const finding = find({ questions: [asked('example.com', '93.184.216.34')] }, url(`http://${address}:8080`));
    expect(finding.verdict).toBe('fail');
    expect(finding.next).toContain('--env URL=http://server:8080');
  });

  test('where the Host header is the address', () => {
    expect(find({ hosts: [`${address}:8080`] }).verdict).toBe('fail');
  });

  test('where the address was written in by hand, unless the DNS was asked all the same', () => {
    const written = { extraHosts: [`server:${address}`] };
    const finding = find({ hosts: ['server:8080'] }, written);
    expect(finding.verdict).toBe('fail');
    expect(finding.observed).toContain(`--add-host server:${address}`);
    expect(finding.next).not.toContain('--add-host');
    expect(find({ questions: [asked('server', address)] }, written).verdict).toBe('pass');
  });

  test('by the host and a published port; the way back has the port of the container', () => {
    const published = withContainer(solution, 'server', {
      ports: [{ container: 8080, protocol: 'tcp', host: [{ address: '0.0.0.0', port: 18080 }] }],
    });
    const to = { address: '172.18.0.1', port: 18080 };
    const calls = [{ at: solution.at, route: 'published' as const, to, port: 1, sign: 'request' as const }];
    const client = withContainer(published, 'client', url('http://172.18.0.1:18080/x'));
    const finding = judged(withCalls(client, { calls, hosts: ['172.18.0.1:18080'] }), 'by-name');
    expect(finding).toMatchObject({ verdict: 'fail', next: expect.stringContaining('URL=http://server:8080/x ') });
    expect(finding.observed).toContain('`172.18.0.1:18080`');
  });
});

test('where nothing shows how, that is not held against anybody', () => {
  expect(find({}).verdict).toBe('unknown');
});

describe('where no connection to the server was seen', () => {
  const unseen = { calls: [], open: 0 };

  test('it waits', () => {
    expect(find({ ...unseen, connectionsOpened: 0 }).verdict).toBe('blocked');
  });

  test('one that connects now and then is neither believed nor blamed, whatever it was told', () => {
    for (const datagramsSent of [0, 4]) {
      const finding = find({ ...unseen, connectionsOpened: 3, datagramsSent }, url('http://server:8080'));
      expect(finding).toMatchObject({ verdict: 'unknown', next: 'docker restart client' });
      expect(finding.observed).toContain('No connection');
    }
  });
});

test.each(['server', 'server:8080', 'cafe:8080', 'a:80', 'fada', 'host.docker.internal:18080', '1server', 'my_api:1'])(
  '%s is a name',
  host => {
    expect(isName(host)).toBe(true);
  },
);

test.each(['', '172.18.0.2', '172.18.0.2:8080', '::1', 'fd00::2', 'FD00:0:0:0:0:0:0:2', '[fd00::2]', '[::1]:8080'])(
  '“%s” is none',
  host => {
    expect(isName(host)).toBe(false);
  },
);
