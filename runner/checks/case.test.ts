import { describe, expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import type { Message } from '../base/message.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { tell } from '../language/tell.ts';
import { recordedEvidence, withContainer } from '../test/fakes/recorded-evidence.ts';
import { verbatim } from '../test/fakes/verbatim.ts';
import { Case } from './case.ts';
import type { Evidence } from './evidence.ts';

const solution = recordedEvidence('solution');

const expected = verbatim('expected');
const inEnglish = (message: Message | undefined) => message && tell(message, challenge, 'en');

/** The finding on a client of this state. */
function stopped(change: Partial<ContainerFacts>, evidence: Evidence = solution) {
  const at = new Case(challenge, withContainer(evidence, 'client', change));
  return at.notRunning(at.player('client'), expected);
}

describe('a container that', () => {
  test('runs is nothing to speak of', () => {
    expect(stopped({})).toBeUndefined();
  });

  test.each([
    ['is paused', { state: 'paused' }, 'is paused', 'docker unpause client'],
    ['was never started', { state: 'created' }, 'created', 'docker start client'],
    ['ended well', { state: 'exited', exitCode: 0 }, 'exit code 0', 'docker start client'],
    ['was stopped', { state: 'exited', exitCode: 137 }, 'exit code 137', 'docker start client'],
    ['ended badly', { state: 'exited', exitCode: 1 }, 'exit code 1', 'docker logs --tail 20 client'],
    [
      'is dead',
      { state: 'dead', exitCode: 255 },
      'dead',
      expect.stringMatching(/^docker rm --force client && docker run /),
    ],
    ['restarts', { state: 'restarting', exitCode: 1, restartCount: 1 }, '1 time)', 'docker logs --tail 20 client'],
  ] as const)('%s is not running, and there is a way back', (_, change, observed, next) => {
    const finding = stopped(change);
    expect(finding).toMatchObject({ verdict: 'fail', expected, next });
    expect(inEnglish(finding?.observed)).toContain(observed);
  });

  test('ran out of memory is told so, whatever its state', () => {
    expect(inEnglish(stopped({ state: 'exited', exitCode: 137, outOfMemory: true })?.observed)).toContain(
      'out of memory',
    );
  });

  test('ended and came back while we looked ends again and again', () => {
    const id = solution.bindings.find(({ role }) => role === 'client')?.container ?? '';
    const finding = stopped({ restartCount: 3, exitCode: 1 }, { ...solution, unstable: [id] });
    expect(inEnglish(finding?.observed)).toContain('again and again');
  });

  test('has a state that Portuguese has a word for', () => {
    const finding = stopped({ state: 'exited' });
    expect(finding && tell(finding.observed, challenge, 'pt-BR')).toContain('encerrado');
  });
});

describe('the last words of a log', () => {
  const wordsOf = (...texts: string[]) => {
    const lines = texts.map(text => ({ at: '2026-11-21T00:00:00Z', stream: 'stderr' as const, text }));
    return new Case(challenge, { ...solution, logs: { client: lines } }).lastWords('client');
  };

  test('are the last error, else the last line that is not empty', () => {
    expect(
      inEnglish(wordsOf('calling', 'TypeError: fetch failed', '    at node:internal', 'Node.js v26.10.0')),
    ).toContain('TypeError: fetch failed');
    expect(inEnglish(wordsOf('sh: curl: not found', 'bye'))).toContain('curl: not found');
    expect(inEnglish(wordsOf('one', 'two', '  '))).toContain('two');
  });

  test('are cut where they are long, and left out where there are none', () => {
    expect(inEnglish(wordsOf('x'.repeat(5_000)))?.length).toBeLessThan(200);
    expect(wordsOf()).toBeUndefined();
  });
});

describe('a role that nobody plays', () => {
  const without = (how: 'none' | 'ambiguous', candidates: string[] = []) => {
    const bindings = solution.bindings.map(binding =>
      binding.role === 'client' ? { ...binding, how, candidates, container: undefined, name: undefined } : binding,
    );
    return new Case(challenge, { ...solution, bindings });
  };

  test('fails, and what waits for it is blocked', () => {
    const at = without('none');
    expect(at.withoutPlayer(at.player('client'), expected)).toMatchObject({
      verdict: 'fail',
      next: expect.stringMatching(/^docker run/),
    });
    expect(at.waitingFor(at.player('client'), expected).verdict).toBe('blocked');
  });

  test('is not told where several could', () => {
    const at = without('ambiguous', ['a', 'b']);
    const open = { verdict: 'unknown', next: 'lab verify 1 --bind client=a' };
    expect(at.withoutPlayer(at.player('client'), expected)).toMatchObject(open);
    expect(at.waitingFor(at.player('client'), expected)).toMatchObject(open);
  });
});

test('a role that the challenge does not have is a mistake of ours', () => {
  expect(() => new Case(challenge, solution).player('gateway')).toThrow(TypeError);
});
