import { expect, test } from 'vitest';
import { type Claim, claimsOf, prove } from '../../author/prove.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { Evidence } from '../../checks/evidence.ts';
import { tellReport } from '../../verdict/tell-report.ts';
import { connect, folderOf, keepEvidence, verdicts } from '../docker/verdicts.ts';
import { isLongRun } from '../long.ts';

/** All that is not a sabotage, and for each objective the first sabotage that fails it. */
function fewest(claims: readonly Claim[]): ReadonlySet<Claim> {
  const shown = new Set<string>();
  return new Set(
    claims.filter(({ fails }) => {
      if (fails === undefined || fails.length === 0) return true;
      const isNew = fails.some(objective => !shown.has(objective));
      for (const objective of fails) shown.add(objective);
      return isNew;
    }),
  );
}

/** What `lab author check` proves, claim by claim, and each sabotage where that is asked for; with RECORD_FIXTURES=1, the evidence is kept for the judge's tests. */
export function proveClaims(challenge: Challenge): void {
  const all = claimsOf(challenge);
  const always = fewest(all);
  const claims = all.map(claim => ({
    claim,
    script: claim.script,
    fails: claim.fails?.join(', ') ?? 'something',
  }));

  test.for(claims)('$script fails: $fails', async ({ claim }, { skip }) => {
    skip(!isLongRun && !always.has(claim), 'npm run test:long');
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
