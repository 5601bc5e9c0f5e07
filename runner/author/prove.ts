import { join } from 'node:path';
import type { Challenge } from '../challenge/definition.ts';
import type { Evidence } from '../checks/evidence.ts';
import type { ConnectedEngine } from '../engine/engine.ts';
import type { Report } from '../verdict/report.ts';
import { verify } from '../verdict/verify.ts';
import { LabelledDocker } from './labelled-docker.ts';

/** One of a challenge's scripts, and what its verdicts must be. */
export interface Claim {
  /** `starter`, `solution`, or `sabotage/<folder>`. */
  readonly script: string;
  /** The ids of the objectives that fail; `undefined` if any may (the starter), as long as the whole does not pass. */
  readonly fails: readonly string[] | undefined;
}

/** What became of a claim. */
export interface Proof {
  readonly claim: Claim;
  readonly holds: boolean;
  /** The ids of the objectives that failed. */
  readonly failed: readonly string[];
  readonly report: Report;
  readonly ms: number;
}

/** What a challenge claims: its starter does not pass, its solution does, and each sabotage fails what it says. */
export function claimsOf(challenge: Challenge): Claim[] {
  return [
    { script: 'starter', fails: undefined },
    { script: 'solution', fails: [] },
    ...challenge.sabotage.map(({ folder, fails }) => ({ script: `sabotage/${folder}`, fails })),
  ];
}

/** The catalogue's own programs call often: less patience than people get shows as much. In milliseconds. */
const waitMs = 6_000;

export interface ProofOptions {
  readonly signal: AbortSignal;
  /** Says which engine the script's docker commands go to. */
  readonly env: NodeJS.ProcessEnv;
  /** Gets what the verdicts were made from, for recording it. */
  readonly onEvidence?: (evidence: Evidence) => void;
}

/**
 * Proves one claim on a real engine: runs the script, verifies with everything allowed, and removes what the script made.
 * Throws where the script itself fails.
 */
export async function prove(
  challenge: Challenge,
  folder: string,
  claim: Claim,
  connected: ConnectedEngine,
  options: ProofOptions,
): Promise<Proof> {
  const began = performance.now();
  await using docker = await LabelledDocker.make(options.env);
  await docker.sh(join(folder, claim.script, 'up.sh'));
  const { signal, onEvidence } = options;
  const watching = onEvidence === undefined ? {} : { onEvidence };
  const report = await verify(challenge, connected, {
    binds: {},
    disrupt: true,
    signal,
    waitMs,
    ...watching,
  });
  const failed = report.objectives.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  return { claim, holds: holds(claim, report, failed), failed, report, ms: performance.now() - began };
}

function holds({ fails }: Claim, { objectives }: Report, failed: readonly string[]): boolean {
  const allPassed = objectives.every(({ verdict }) => verdict === 'pass');
  if (fails === undefined) return objectives.some(({ bonus, verdict }) => !bonus && verdict !== 'pass');
  if (fails.length === 0) return allPassed;
  return failed.length === fails.length && failed.every(id => fails.includes(id));
}
