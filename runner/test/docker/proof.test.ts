import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../../challenges/catalogue.ts';
import { claimsOf, prove } from '../../author/prove.ts';
import { openEngine } from '../../engine/dockerode-engine.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Evidence } from '../../experiments/evidence.ts';
import type { Sandbox, Sandboxes } from '../../grade/sandbox.ts';
import { buildGradingImages, limits, sandboxesHere } from './sandbox-bench.ts';
import { folderOf, keepEvidence, verdicts } from './verdicts.ts';

/*
 * What `lab author check` proves, claim by claim; with RECORD_FIXTURES=1, the evidence is kept for the judge's tests. Each
 * challenge has an engine to itself, within the tests' engine, so that they can be proven side by side.
 */
const { signal } = new AbortController();
const addresses = new WeakMap<Engine, string>();
const roomy = { ...limits, memoryBytes: 2 * limits.memoryBytes, processes: 4_096, diskBytes: 4 * limits.diskBytes };

let sandboxes: Sandboxes;
beforeAll(async () => {
  await buildGradingImages();
  sandboxes = await sandboxesHere({
    openEngine: socket => {
      const address = `unix://${socket}`;
      const engine = openEngine({ address });
      addresses.set(engine, address);
      return engine;
    },
  });
});
afterAll(() => sandboxes[Symbol.asyncDispose]());

describe.concurrent.each(catalogue)('$id', challenge => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await sandboxes.open({ limits: roomy, builder: 'classic', signal });
  });
  afterAll(() => sandbox[Symbol.asyncDispose]());

  const claims = claimsOf(challenge).map(claim => ({
    claim,
    script: claim.script,
    fails: claim.fails?.join(', ') ?? 'something',
  }));
  test.each(claims)('$script fails: $fails', { concurrent: false }, async ({ claim }) => {
    const { connected } = sandbox;
    let evidence: Evidence | undefined;
    const proof = await prove(challenge, folderOf(challenge), claim, connected, {
      language: 'en',
      signal,
      env: { ...process.env, DOCKER_HOST: addresses.get(connected.engine) },
      onEvidence: gathered => {
        evidence = gathered;
      },
    });
    await keepEvidence(challenge, claim.script.split('/').at(-1) ?? '', evidence);
    const told = proof.report.objectives.map(({ id, verdict, observed }) => `${verdict} ${id}: ${observed}`);
    expect(proof.holds, told.join('\n')).toBe(true);
    expect(await connected.engine.helperSessions(), 'probes left behind').toEqual([]);
  });
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
