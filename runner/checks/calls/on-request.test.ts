import { describe, expect, test } from 'vitest';
import { pairedMicroservices as challenge } from '../../../challenges/04-paired-microservices/challenge.ts';
import { languages } from '../../base/language.ts';
import type { DataEvidence, RequestEvidence } from '../../probes/evidence/request-evidence.ts';
import { judgedIn } from '../../test/fakes/judged-in.ts';
import { withContainer } from '../../test/fakes/recorded-evidence.ts';
import {
  judgedRequest,
  recordedRequestNames,
  recordedRequests,
  withOutage,
  withRequest,
} from '../../test/fakes/recorded-requests.ts';
import type { Evidence } from '../evidence.ts';
import type { Verdict } from '../verdict.ts';

const solution = recordedRequests('solution');
const having = (evidence: Evidence, verdict: Verdict) =>
  judgedIn(challenge, evidence, 'en').flatMap(objective => (objective.verdict === verdict ? [objective.id] : []));

/** What is in backquotes is a name, what is in curly quotes comes from an answer, a log or a title. */
const ownWords = (text: string) => text.replace(/`[^`]*`|“[^”]*”/g, '');
const english = /\b(the|is|are|not|and|its|was|with|of|on|running|exited|created|provider|consumer|network|image)\b/i;

describe.each(recordedRequestNames)('the recorded run %s', name => {
  const evidence = recordedRequests(name);

  test.each(languages)('says what, why and what next in %s', language => {
    for (const { id, title, observed, expected, why, next, verdict } of judgedIn(challenge, evidence, language)) {
      for (const text of [title, observed, expected, why]) expect(text.trim(), id).not.toBe('');
      if (verdict === 'pass') expect(next, id).toBe('');
      else expect(next, id).toMatch(/^(docker|lab|grep) [^\n]+$/);
      if (language === 'pt-BR')
        for (const text of [title, observed, expected, why]) expect(ownWords(text), id).not.toMatch(english);
    }
  });
});

test.each(challenge.sabotage)('$folder fails $fails', ({ folder, fails }) => {
  expect(having(recordedRequests(folder), 'fail')).toEqual(fails);
});

test('the solution has everything', () => {
  expect(having(solution, 'pass')).toEqual(challenge.objectives.map(({ id }) => id));
});

test('what could not be tried never counts as a failure', () => {
  const { requests: _, outages: __, ...rest } = solution;
  const blind = { ...rest, http: {} };
  expect(having(blind, 'fail')).toEqual([]);
  expect(having(blind, 'blocked')).toEqual([]);
  const lost = { ...rest, faults: { 'consumer>provider': 'no answer within 5 s' } };
  const waiting = ['calls-on-request', 'by-internal-name', 'shows-provider-data', 'fails-gracefully'];
  expect(having(lost, 'unknown')).toEqual(waiting);
  expect(judgedRequest(lost, 'calls-on-request').observed).toContain('no answer within 5 s');
});

test('where nothing that was asked for shows who is who, everything is open, with what was tried and how to say it', () => {
  const open = (role: string) => ({
    ...{ role, container: undefined, name: undefined, how: 'ambiguous' as const },
    clues: [],
  });
  const candidates = ['anil', 'lilas'];
  const bindings = ['provider', 'consumer'].map(role => ({
    ...open(role),
    candidates,
    tried: ['/', '/mural', '/health'],
  }));
  const { requests: _, outages: __, ...rest } = solution;
  const lost = { ...rest, bindings, http: {}, calls: {} };
  expect(having(lost, 'unknown')).toEqual(challenge.objectives.map(({ id }) => id));
  const [first] = judgedIn(challenge, lost, 'en');
  expect(first?.observed).toContain('`/`, `/mural`, `/health`');
  expect(first?.observed).toContain('`{"challenge":"04-paired-microservices","paths":{"consumer":"/…"}}`');
});

describe('two images', () => {
  test('the same image twice is told by its name, and leads to a build of the other', () => {
    const finding = judgedRequest(recordedRequests('same-image'), 'two-images');
    expect(finding.observed).toContain('`tudo-junto');
    expect(finding.next).toBe('docker build --tag consumer consumer');
  });

  test('with the other image there, the container is made anew from it', () => {
    const evidence = recordedRequests('same-image');
    const facts = { ...evidence.facts, imageTags: [...evidence.facts.imageTags, 'consumer:latest'] };
    const { next } = judgedRequest({ ...evidence, facts }, 'two-images');
    expect(next).toMatch(/^docker rm --force carrinho && docker run .* consumer$/);
  });
});

describe('calls on request', () => {
  const round = (calls: number, ms = 10) => ({ status: 200, calls, ms });
  const find = (change: Partial<RequestEvidence>) => judgedRequest(withRequest(solution, change), 'calls-on-request');

  test('a call at each of them, and none in between', () => {
    expect(find({ rounds: [round(1), round(2), round(1)] }).verdict).toBe('pass');
  });

  test('a call at some of them is an answer from memory at the others', () => {
    const finding = find({ rounds: [round(1), round(0), round(0)] });
    expect(finding).toMatchObject({ verdict: 'fail', next: 'docker logs --tail 20 consumer' });
    expect(finding.observed).toContain('only 1 time:');
  });

  test('calls that come unasked at the same rate are not caused by requests', () => {
    const rounds = Array.from({ length: 8 }, () => round(1, 1_000));
    expect(find({ rounds, quiet: { ms: 3_000, calls: 3 } }).verdict).toBe('fail');
    expect(find({ rounds, quiet: { ms: 3_000, calls: 0 } }).verdict).toBe('pass');
  });

  test('calls that come besides, more seldom, do no harm', () => {
    const rounds = Array.from({ length: 8 }, () => round(1));
    expect(find({ rounds, quiet: { ms: 1_000, calls: 10 } }).verdict).toBe('pass');
  });

  test('where the two rates cannot be told apart, that is not held against anybody', () => {
    const rounds = Array.from({ length: 8 }, () => round(1, 100));
    expect(find({ rounds, quiet: { ms: 1_000, calls: 5 } }).verdict).toBe('unknown');
  });

  describe('where no path makes it call', () => {
    const { calls } = recordedRequests('hard-coded').requests?.['consumer>provider'] ?? {};
    if (calls === undefined) throw new TypeError('it was asked');
    const paths = Array.from({ length: 30 }, (_, index) => `/p${index}`);
    const lost = (statuses: readonly number[], change: Partial<RequestEvidence> = {}) =>
      find({
        ...{ path: undefined, rounds: [], calls, data: undefined, quiet: { ms: 300, calls: 0 } },
        tries: ['/', ...paths].map((path, index) => ({ path, status: statuses[index] ?? 404, called: false })),
        ...change,
      });

    test.each([
      ['it knows none', []],
      ['it knows only its front page', [200]],
      ['it knows some', [200, 404, 404, 200, 500]],
    ])('and %s, that may be one that nobody thought of: what was tried is told, and how to say it', (_, statuses) => {
      const finding = lost(statuses);
      expect(finding).toMatchObject({ verdict: 'unknown', next: 'docker logs --tail 20 consumer' });
      expect(finding.observed).toContain('`/`, `/p0`, `/p1`');
      expect(finding.observed).toContain('and 19 more');
      expect(finding.observed).toContain('`{"challenge":"04-paired-microservices","paths":{"consumer":"/…"}}`');
    });

    test('and it answers whatever it is asked for, it does not call', () => {
      expect(lost(Array.from({ length: 31 }, () => 200)).verdict).toBe('fail');
    });

    test('but it tried in vain, it is told what', () => {
      const refused = [{ address: '10.0.0.2', port: 80 }];
      expect(lost([502], { calls: { ...calls, refused } })).toMatchObject({ verdict: 'fail' });
    });

    test('although a person has said which one it is, it does not call', () => {
      expect(lost([404, 200], { given: '/p0' }).verdict).toBe('fail');
      expect(lost([200, 404], { given: '/p0' }).verdict).toBe('unknown');
    });

    test('and it shows what the other says, it has a copy', () => {
      const finding = lost([404, 200], { copied: { path: '/p0', shown: 'Compass' } });
      expect(finding.verdict).toBe('fail');
      expect(finding.observed).toContain('“Compass”');
    });
  });

  test('where packets cannot be read, nothing is said', () => {
    const calls = solution.requests?.['consumer>provider']?.calls;
    if (calls === undefined) throw new TypeError('the solution has calls');
    expect(find({ calls: { ...calls, captured: false } }).verdict).toBe('unknown');
  });

  test('what it tried instead is told', () => {
    const { calls } = recordedRequests('hard-coded').requests?.['consumer>provider'] ?? {};
    if (calls === undefined) throw new TypeError('it was asked');
    const tries = [{ path: '/', status: 502, called: false }];
    const told = (change: Partial<typeof calls>) =>
      find({ path: undefined, rounds: [], tries, calls: { ...calls, ...change } }).observed;
    expect(told({ questions: [{ name: 'provedro', found: false, addresses: [] }] })).toContain('`provedro`');
    expect(told({ refused: [{ address: '10.0.0.2', port: 80 }] })).toContain('`10.0.0.2:80`');
    expect(told({ elsewhere: [{ address: '10.0.0.9', port: 80 }] })).toContain('`10.0.0.9:80`');
  });
});

describe('by internal name', () => {
  test.each(['by-ip', 'published-port', 'host-docker-internal', 'added-host'])('%s leads to the name', name => {
    const { observed, next } = judgedRequest(recordedRequests(name), 'by-internal-name');
    expect(observed).toMatch(/^`/);
    expect(next).toMatch(/^docker rm --force \S+ && docker run .*PROVIDER_URL=http:\/\/[a-z-]+:(8080|3000)( |$)/);
    expect(next).not.toContain('--add-host');
  });
});

describe('data', () => {
  const find = (change: Partial<DataEvidence>, rest: Partial<RequestEvidence> = {}) => {
    const data = solution.requests?.['consumer>provider']?.data;
    if (data === undefined) throw new TypeError('the solution has data');
    const evidence = withRequest(solution, { ...rest, data: { ...data, enough: false, shown: [], ...change } });
    return judgedRequest(evidence, 'shows-provider-data');
  };

  test('that are nowhere to be seen are missing, and the next command shows the answer', () => {
    const finding = find({});
    expect(finding.verdict).toBe('fail');
    expect(finding.next).toBe(
      'docker run --rm --network shop-net --entrypoint curl lab/node:26-dev --silent --include http://consumer:8080/',
    );
  });

  test('that change each time, or say nothing, cannot be told', () => {
    expect(find({ changes: true }).verdict).toBe('unknown');
    expect(find({ telling: 0 }).verdict).toBe('unknown');
  });

  test('that the provider does not have, or that end in an error, fail', () => {
    expect(find({ asked: [{ path: '/x', status: 404 }] }).observed).toContain('`/x`');
    expect(find({}, { rounds: [{ status: 500, calls: 1, ms: 1 }] }).observed).toContain('500');
    expect(find({}, { rounds: [{ status: undefined, calls: 1, ms: 1 }] }).verdict).toBe('fail');
  });
});

describe('with the provider stopped', () => {
  const find = (evidence: Evidence) => judgedRequest(evidence, 'fails-gracefully');
  const { outages: _, ...undisturbed } = solution;

  test.each([500, 502, 503, 504])('%i is an answer', status => {
    expect(find(withOutage(solution, { status })).verdict).toBe('pass');
  });

  test('anything else is none', () => {
    for (const status of [undefined, 200, 404]) expect(find(withOutage(solution, { status })).verdict).toBe('fail');
    expect(find(withOutage(solution, { crashed: true })).verdict).toBe('fail');
    const back = { well: false, status: 502, ms: 5_000 };
    expect(find(withOutage(solution, { back })).verdict).toBe('fail');
  });

  test('a page about its own health, which may answer well without the provider, tells nothing', () => {
    const on = (path: string, given?: string) => {
      const [key = ''] = Object.keys(solution.requests ?? {});
      const request = solution.requests?.[key];
      if (request === undefined) throw new TypeError('the solution was not asked');
      const asked = { ...request, path, ...(given === undefined ? {} : { given }) };
      return { ...solution, requests: { [key]: asked } };
    };
    for (const path of ['/health', '/api/saude']) {
      const { verdict, observed } = find(withOutage(on(path), { status: 200 }));
      expect([verdict, observed.includes(`\`${path}\``)]).toEqual(['unknown', true]);
      expect(find(withOutage(on(path), { status: 503 })).verdict).toBe('pass');
      expect(find(withOutage(on(path), { crashed: true })).verdict).toBe('fail');
      expect(find(withOutage(on(path, path), { status: 200 })).verdict).toBe('fail');
    }
    expect(find(withOutage(on('/pedidos'), { status: 200 })).verdict).toBe('fail');
  });

  test('where nothing was stopped, it says how to allow it', () => {
    expect(find(undisturbed)).toMatchObject({ verdict: 'unknown', next: 'lab verify 4 --disrupt' });
    const byStructure = undisturbed.bindings.map(binding => ({ ...binding, how: 'structure' as const }));
    const { next } = find({ ...undisturbed, bindings: byStructure });
    expect(next).toBe('lab verify 4 --disrupt --bind provider=provider');
  });

  test('one that would be gone is left alone, and the command runs it without --rm', () => {
    const evidence = withContainer(undisturbed, 'provider', { autoRemove: true });
    const { verdict, next } = find(evidence);
    expect(verdict).toBe('unknown');
    expect(next).toMatch(/^docker rm --force provider && docker run --detach --name provider/);
  });
});
