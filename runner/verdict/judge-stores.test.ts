import { describe, expect, test } from 'vitest';
import { apiPostgresRedis as challenge } from '../../challenges/03-api-postgres-redis/challenge.ts';
import { type Language, languages } from '../base/language.ts';
import type { Evidence } from '../checks/evidence.ts';
import type { Verdict } from '../checks/verdict.ts';
import { judgedIn } from '../test/fakes/judged-in.ts';
import { storeEvidence, storeRuns } from '../test/fakes/recorded-stores.ts';

const verdicts = (evidence: Evidence, language: Language = 'en') =>
  Object.fromEntries(judgedIn(challenge, evidence, language).map(({ id, verdict }) => [id, verdict]));
const having = (evidence: Evidence, verdict: Verdict) =>
  judgedIn(challenge, evidence, 'en').flatMap(objective => (objective.verdict === verdict ? [objective.id] : []));

/** What is in backquotes is a name, what is in curly quotes or brackets comes from a log, a title, or a server. */
const ownWords = (text: string) => text.replace(/`[^`]*`|“[^”]*”|\([^)]*\)/g, '');
const english =
  /\b(the|is|are|not|and|its|was|with|of|on|running|stopped|answered|database|rows?|volume of|network)\b/i;

describe.each(storeRuns)('the recorded run %s', name => {
  const evidence = storeEvidence(name);

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

test.each(challenge.sabotage)('sabotage $folder fails $fails; the rest is met, or waits', ({ folder, fails }) => {
  const evidence = storeEvidence(folder);
  expect(having(evidence, 'fail')).toEqual(fails);
  // Nobody stops a database that was recognised by its structure alone.
  expect(having(evidence, 'unknown').filter(id => id !== 'survives-database-outage')).toEqual([]);
});

test.each(['solution', 'solution-again'])('%s has everything', name => {
  expect(having(storeEvidence(name), 'pass')).toEqual(challenge.objectives.map(({ id }) => id));
});
