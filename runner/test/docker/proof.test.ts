import { expect, test } from 'vitest';
import { catalogue } from '../../../challenges/catalogue.ts';
import { claimsOf, prove } from '../../author/prove.ts';
import type { Evidence } from '../../experiments/evidence.ts';
import { connect, folderOf, keepEvidence, verdicts } from './verdicts.ts';

/** What `lab author check` proves, claim by claim; with RECORD_FIXTURES=1, the evidence is kept for the judge's tests. */
const claims = catalogue.flatMap(challenge =>
  claimsOf(challenge).map(claim => ({
    challenge,
    claim,
    script: `${challenge.id} ${claim.script}`,
    fails: claim.fails?.join(', '),
  })),
);

test.each(claims)('$script fails: $fails', async ({ challenge, claim }) => {
  await using connected = connect();
  const { signal } = new AbortController();
  let evidence: Evidence | undefined;
  const proof = await prove(challenge, folderOf(challenge), claim, connected, {
    language: 'en',
    signal,
    env: process.env,
    onEvidence: gathered => {
      evidence = gathered;
    },
  });
  await keepEvidence(challenge, claim.script.split('/').at(-1) ?? '', evidence);
  const told = proof.report.objectives.map(({ id, verdict, observed }) => `${verdict} ${id}: ${observed}`);
  expect(proof.holds, told.join('\n')).toBe(true);
  expect(await connected.engine.helperSessions(), 'probes left behind').toEqual([]);
});

test.each(catalogue)(
  'with nothing there, $id says what is observed, expected, why, and what to do next',
  async challenge => {
    const report = await verdicts(challenge, { record: 'nothing' });
    expect(report.score.earned).toBe(0);
    for (const objective of report.objectives) {
      expect(['fail', 'blocked']).toContain(objective.verdict);
      for (const part of ['observed', 'expected', 'why', 'next'] as const)
        expect(objective[part], `${objective.id} ${part}`).not.toBe('');
    }
  },
);
