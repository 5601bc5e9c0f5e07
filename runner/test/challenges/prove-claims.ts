import { expect, test } from 'vitest';
import { claimsOf, prove } from '../../author/prove.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { Evidence } from '../../checks/evidence.ts';
import { tellReport } from '../../verdict/tell-report.ts';
import { connect, folderOf, keepEvidence, verdicts } from '../docker/verdicts.ts';

/** What `lab author check` proves, claim by claim; with RECORD_FIXTURES=1, the evidence is kept for the judge's tests. */
export function proveClaims(challenge: Challenge): void {
  const claims = claimsOf(challenge).map(claim => ({
    claim,
    script: claim.script,
    fails: claim.fails?.join(', ') ?? 'something',
  }));

  test.each(claims)('$script fails: $fails', async ({ claim }) => {
    await using connected = connect();
    const { signal } = new AbortController();
    let evidence: Evidence | undefined;
    const proof = await prove(challenge, folderOf(challenge), claim, connected, {
      signal,
      env: process.env,
      onEvidence: gathered => {
        evidence = gathered;
      },
    });
    await keepEvidence(challenge, claim.script.split('/').at(-1) ?? '', evidence);
    const told = tellReport(proof.report, challenge, 'en').objectives.map(
      ({ id, verdict, observed }) => `${verdict} ${id}: ${observed}`,
    );
    expect(proof.holds, told.join('\n')).toBe(true);
    expect(await connected.engine.helperSessions(), 'probes left behind').toEqual([]);
  });

  test('with nothing there, it says what is observed, expected, why, and what to do next', async () => {
    const report = await verdicts(challenge, { record: 'nothing' });
    expect(report.score.earned).toBe(0);
    for (const objective of report.objectives) {
      expect(['fail', 'blocked']).toContain(objective.verdict);
      for (const part of ['observed', 'expected', 'why', 'next'] as const)
        expect(objective[part], `${objective.id} ${part}`).not.toBe('');
    }
  });
}
