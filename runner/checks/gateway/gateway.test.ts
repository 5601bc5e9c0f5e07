import { describe, expect, test } from 'vitest';
import { apiGateway } from '../../../challenges/05-api-gateway/challenge.ts';
import { languages } from '../../base/language.ts';
import {
  gatewayRun,
  judgedAll,
  judgedGateway,
  recordedGateways,
  withGateway,
  withOutage,
} from '../../test/fakes/gateway-evidence.ts';
import { withContainer } from '../../test/fakes/recorded-evidence.ts';

const solution = gatewayRun('solution');
const failed = (name: string) =>
  judgedAll(gatewayRun(name))
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ id }) => id);

test.each(apiGateway.sabotage)('$folder, as recorded, fails $fails', ({ folder, fails }) => {
  expect(failed(folder)).toEqual(fails);
});

test.each(['solution', 'nginx', 'nginx-keepalive', 'given-paths'])('%s passes in all', name => {
  expect(new Set(judgedAll(gatewayRun(name)).map(({ verdict }) => verdict))).toEqual(new Set(['pass']));
});

test.each(recordedGateways)('%s: what has not passed says what to do next, in one line, in both languages', name => {
  for (const language of languages) {
    for (const { id, verdict, observed, expected, next } of judgedAll(gatewayRun(name), language)) {
      expect(`${observed}${expected}`, id).not.toMatch(/undefined|NaN|\[object/);
      if (verdict === 'pass') expect(next, id).toBe('');
      else expect(next, id).toMatch(/^[^\n]+$/);
    }
  }
});

describe('only-published', () => {
  const id = 'only-gateway-published';

  test('a service with a published port is named with the port, and run again without', () => {
    const { observed, next } = judgedGateway(gatewayRun('users-published'), id);
    expect(observed).toMatch(/^`users-service` is published on port \d+ of the host/);
    expect(next).toContain('docker rm --force users-service && docker run');
    expect(next).not.toContain('--publish');
  });

  test('a gateway without a published port is run again with one that leads to where it listens', () => {
    const { next } = judgedGateway(gatewayRun('nothing-published'), id);
    expect(next).toContain('--publish 8080:8080');
    expect(next).toContain('--env USERS_URL=http://accounts:3001');
  });

  test('a host port that another container has is not suggested', () => {
    const evidence = gatewayRun('nothing-published');
    const ports = [{ container: 80, protocol: 'tcp' as const, host: [{ address: '0.0.0.0', port: 8080 }] }];
    const others = [...evidence.facts.containers, { ...evidence.facts.containers[0], id: 'x', name: 'x', ports }];
    const facts = { ...evidence.facts, containers: others as typeof evidence.facts.containers };
    expect(judgedGateway({ ...evidence, facts }, id).next).toContain('--publish 8081:8080');
  });

  test('a published port on which nobody listens is none', () => {
    const { observed, next } = judgedGateway(gatewayRun('wrong-port'), id);
    expect(observed).toContain('publishes port 18080 for its port 80, but it listens on 8080');
    expect(next).toContain('--publish 18080:8080');
  });

  test('a service on the host’s network is open to everybody there', () => {
    const evidence = withContainer(solution, 'users', { networkMode: 'host', networks: [], ports: [] });
    const { verdict, observed, next } = judgedGateway(evidence, id);
    expect([verdict, observed]).toEqual(['fail', expect.stringContaining('uses the host')]);
    expect(next).toContain('--network gateway-net');
  });
});

describe('routes-to', () => {
  test('an answer of its own, another service, a redirect and nothing are told apart', () => {
    const observed = (name: string, id: string) => judgedGateway(gatewayRun(name), id).observed;
    expect(observed('own-answer', 'routes-users')).toContain('called nobody: the answer is its own');
    expect(observed('one-service', 'routes-orders')).toBe('Asked for `/orders`, `entrada` called `usuario`.');
    expect(observed('redirects', 'routes-users')).toMatch(/only sends the client to `http:\/\/localhost:18081\/users`/);
    expect(observed('unusual-paths', 'routes-users')).toMatch(
      /was not found: it was asked for `\/users`.* more.*lab\.json.*"users":"\/…"/,
    );
  });

  test('where no service was reached under any path, that is open; where one was, the other is not routed', () => {
    const lost = gatewayRun('unusual-paths');
    expect(judgedGateway(lost, 'routes-users').verdict).toBe('unknown');
    const found = withGateway(lost, { routes: { orders: { path: '/orders', relays: [] } } });
    expect(judgedGateway(found, 'routes-users').verdict).toBe('fail');
  });

  const nowhere = (change: object) =>
    withGateway(solution, {
      routes: {},
      tried: [{ path: '/users', for: 'users', status: 502, reached: [], refused: [], unknownNames: [], ...change }],
    });

  test('a refused connection and a name that is not there are told', () => {
    expect(judgedGateway(nowhere({ refused: ['users'] }), 'routes-users').observed).toContain('is the port right?');
    expect(judgedGateway(nowhere({ unknownNames: ['userz'] }), 'routes-users').observed).toContain(
      'looked for `userz`',
    );
  });

  test('no answer is told, and the next step looks at it from outside', () => {
    const { observed, next } = judgedGateway(nowhere({ status: undefined }), 'routes-users');
    expect(observed).toBe('Asked for `/users`, `gateway` did not answer.');
    expect(next).toBe('curl --include --max-time 10 http://localhost:8080/users');
  });

  test('where packets could not be seen, nothing is said to be missing', () => {
    const blind = withGateway(solution, { routes: {}, captured: false });
    expect(judgedGateway(blind, 'routes-users')).toMatchObject({ verdict: 'unknown', next: 'lab verify 5' });
  });

  test('a gateway that does not run, or only listens to itself, fails with the reason', () => {
    const stopped = withContainer(solution, 'gateway', { state: 'exited', exitCode: 1 });
    expect(judgedGateway(stopped, 'routes-users')).toMatchObject({
      verdict: 'fail',
      next: 'docker logs --tail 20 gateway',
    });
    const http = { address: '', network: 'gateway-net', reachable: [], loopback: [8080], attempts: [] };
    const deaf = { ...solution, http: { ...solution.http, gateway: http }, gateways: {} };
    expect(judgedGateway(deaf, 'routes-users').observed).toContain('listens on 127.0.0.1:8080 only');
    expect(judgedGateway(deaf, 'unknown-404').verdict).toBe('fail');
  });

  test('an experiment that failed is nobody’s fault', () => {
    const faulty = { ...solution, gateways: {}, faults: { gateway: 'the disk is full' } };
    const { verdict, observed } = judgedGateway(faulty, 'routes-users');
    expect([verdict, observed]).toEqual(['unknown', 'The lab could not tell: the disk is full']);
  });
});

describe('relays-answers', () => {
  test('a changed status and a changed body are told with both versions', () => {
    const observed = (name: string) => judgedGateway(gatewayRun(name), 'relays-answers').observed;
    expect(observed('always-200')).toBe('Asked for `/users/999999999`, `users-api` says 404, and the client gets 200.');
    expect(observed('wrapped-answers')).toMatch(/`user-svc` says `\[\{"id":1.*client gets `\{"ok":true,"data"/);
  });

  test('where what was asked of the service could not be read, it could not be told', () => {
    const routes = solution.gateways?.gateway?.routes ?? {};
    const unread = Object.fromEntries(
      Object.entries(routes).map(([role, route]) => [
        role,
        { ...route, relays: route.relays.map(relay => ({ ...relay, asked: undefined, direct: [] })) },
      ]),
    );
    expect(judgedGateway(withGateway(solution, { routes: unread }), 'relays-answers').verdict).toBe('unknown');
  });

  test('a call without an answer for the client is told', () => {
    const users = solution.gateways?.gateway?.routes.users;
    const silent = (users?.relays ?? []).map(relay => ({
      ...relay,
      answer: { ok: false as const, reason: 'timeout' as const, detail: '' },
    }));
    const routes = { ...solution.gateways?.gateway?.routes, users: { path: '/users', relays: silent } };
    expect(judgedGateway(withGateway(solution, { routes }), 'relays-answers').observed).toContain('got no answer');
  });
});

describe('isolates-outage', () => {
  const id = 'isolates-outage';
  const answered = (status: number) => ({ ok: true as const, status, durationMs: 1, contentType: '', body: '' });

  test('without --disrupt it is not told, and the next command allows it', () => {
    expect(judgedGateway(gatewayRun('undisturbed'), id)).toMatchObject({
      verdict: 'unknown',
      next: 'lab verify 5 --disrupt',
    });
  });

  test('one that was started with --rm is not stopped, and the next command runs it without', () => {
    const evidence = withContainer(gatewayRun('undisturbed'), 'orders', { autoRemove: true });
    const { verdict, observed, next } = judgedGateway(evidence, id);
    expect([verdict, observed]).toEqual(['unknown', expect.stringContaining('started with `--rm`')]);
    expect(next).toBe('docker rm --force orders && docker run --detach --name orders --network gateway-net orders');
  });

  test.each([502, 503, 504])('%i is what a gateway says then', status => {
    expect(judgedGateway(withOutage(solution, { outcome: answered(status) }), id).verdict).toBe('pass');
  });

  test.each([200, 404, 500])('%i is not', status => {
    const { verdict, observed } = judgedGateway(withOutage(solution, { outcome: answered(status) }), id);
    expect([verdict, observed]).toEqual(['fail', expect.stringContaining(`gave ${status}`)]);
  });

  test('a closed connection, a late answer, a neighbour that suffers and one that never comes back fail', () => {
    const observed = (change: object) => judgedGateway(withOutage(solution, change), id).observed;
    const closed = { ok: false as const, reason: 'closed' as const, detail: 'socket hang up' };
    expect(observed({ outcome: closed })).toContain('got no answer from the gateway: socket hang up');
    expect(observed({ outcome: { ...closed, reason: 'timeout' }, outcomeMs: 10_002 })).toContain('within 10 s');
    expect(observed({ beside: answered(503) })).toContain('`/users` gave 503 too');
    expect(observed({ beside: closed })).toContain('`/users` had no answer either');
    expect(observed({ afterwards: answered(502), waitedMs: 15_000 })).toContain('did not work within 15 s');
  });
});

test('a catch-all is told with the path and the status', () => {
  expect(judgedGateway(gatewayRun('catch-all'), 'unknown-404').observed).toContain('answered 200');
});
