import { describe, expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import { type Language, languages } from '../base/language.ts';
import type { Evidence } from '../checks/evidence.ts';
import type { Verdict } from '../checks/verdict.ts';
import { judgedIn } from '../test/fakes/judged-in.ts';
import { recordedEvidence, recordedNames, withContainer } from '../test/fakes/recorded-evidence.ts';

const verdicts = (evidence: Evidence, language: Language = 'en') =>
  Object.fromEntries(judgedIn(challenge, evidence, language).map(({ id, verdict }) => [id, verdict]));
const having = (evidence: Evidence, verdict: Verdict) =>
  judgedIn(challenge, evidence, 'en').flatMap(objective => (objective.verdict === verdict ? [objective.id] : []));
const solution = recordedEvidence('solution');

/** What is in backquotes is a name, what is in curly quotes comes from a log or a title. */
const ownWords = (text: string) => text.replace(/`[^`]*`|“[^”]*”/g, '');
const english = /\b(the|is|are|not|and|its|was|with|of|on|running|exited|created|client|server|network|image)\b/i;

describe.each(recordedNames)('the recorded run %s', name => {
  const evidence = recordedEvidence(name);

  test('has the same verdicts in every language', () => {
    expect(verdicts(evidence, 'pt-BR')).toEqual(verdicts(evidence, 'en'));
  });

  test.each(languages)('says what, why and what next in %s', language => {
    for (const objective of judgedIn(challenge, evidence, language)) {
      const { id, title, observed, expected, why, next, verdict } = objective;
      for (const text of [title, observed, expected, why]) expect(text.trim(), id).not.toBe('');
      if (verdict === 'pass') expect(next, id).toBe('');
      else expect(next, id).toMatch(/^(docker|lab|grep) [^\n]+$/);
      if (language === 'pt-BR')
        for (const text of [title, observed, expected, why]) expect(ownWords(text), id).not.toMatch(english);
    }
  });
});

describe('sabotage', () => {
  test.each(challenge.sabotage)('$folder fails $fails; the rest is met, or waits', ({ folder, fails }) => {
    const evidence = recordedEvidence(folder);
    expect(having(evidence, 'fail')).toEqual(fails);
    const waiting = ['blocked', 'unknown'].flatMap(verdict => having(evidence, verdict as Verdict));
    const mayWait = ['server-answers', 'periodic-requests', 'by-name', 'survives-restart'];
    expect(waiting.filter(id => !mayWait.includes(id))).toEqual([]);
    const required = having(evidence, 'unknown').filter(id => id !== 'survives-restart');
    expect(required, 'could not be told').toEqual([]);
  });
});

test.each(['solution', 'restarted-by-hand'])('%s has everything', name => {
  expect(having(recordedEvidence(name), 'pass')).toEqual(challenge.objectives.map(({ id }) => id));
});

test.each(['other-names', 'structure'])('%s has everything that is required', name => {
  const bonus = challenge.objectives.filter(objective => objective.bonus).map(({ id }) => id);
  const missing = challenge.objectives
    .map(({ id }) => id)
    .filter(id => !having(recordedEvidence(name), 'pass').includes(id));
  expect(missing).toEqual(bonus);
});

test('the starter only lacks the network', () => {
  expect(having(recordedEvidence('starter'), 'fail')).toEqual(['custom-network']);
});

describe('an objective that needs another', () => {
  const failing = withContainer(solution, 'server', { networks: [] });
  const find = (evidence: Evidence, id: string) =>
    judgedIn(challenge, evidence, 'en').find(objective => objective.id === id);

  test('is blocked where that is not met, names it, and leads to it', () => {
    const network = find(failing, 'custom-network');
    expect(network?.verdict).toBe('fail');
    expect(find(failing, 'by-name')).toMatchObject({ verdict: 'blocked', next: network?.next });
    expect(find(failing, 'by-name')?.observed).toContain(network?.title);
    expect(find(failing, 'survives-restart')?.verdict).toBe('blocked');
  });

  test('is unknown where that could not be told', () => {
    const evidence = { ...solution, http: {}, faults: { server: 'the probe was lost' } };
    expect(verdicts(evidence)).toMatchObject({
      'custom-network': 'pass',
      'server-answers': 'unknown',
      'periodic-requests': 'unknown',
      'by-name': 'unknown',
      'survives-restart': 'unknown',
      'own-image': 'pass',
    });
    expect(find(evidence, 'server-answers')?.observed).toContain('the probe was lost');
  });
});

test('what could not be tried never counts as a failure', () => {
  const blind = { ...solution, http: {}, calls: {}, restarts: {}, logs: {} };
  expect(having(blind, 'fail')).toEqual([]);
  expect(having(blind, 'blocked')).toEqual([]);
  const noCalls = { ...solution, calls: {}, faults: { 'client>server': 'no answer within 5 s' } };
  expect(having(noCalls, 'unknown')).toEqual(['periodic-requests', 'by-name', 'survives-restart']);
});

test('two who could play a role leave open what is about them, and nothing fails', () => {
  const evidence = recordedEvidence('two-clients');
  expect(having(evidence, 'fail')).toEqual([]);
  expect(having(evidence, 'blocked')).toEqual([]);
  expect(having(evidence, 'pass')).toEqual(['server-answers', 'own-image']);
});

test('judging changes nothing in the evidence', () => {
  const before = structuredClone(solution);
  judgedIn(challenge, solution, 'en');
  expect(solution).toEqual(before);
});
