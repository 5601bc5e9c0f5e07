import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import { type Asked, askAndCount, type Parties } from '../ask-and-count.ts';
import type { CallEvidence } from '../calls.ts';

/** How long an answer is waited for, in milliseconds. */
const answerMs = 6_000;
const mostBody = 65_536;
/** A probe tells of at most 100 packets a second; beyond so many, the next request has to wait for the next second. */
const maxSeen = 50;

/** Who should call whom when asked. */
export interface OnRequest {
  readonly parties: Parties;
  /** The role that should be called, one of the parties' others. */
  readonly to: string;
  /** Where the one that is asked answers HTTP. */
  readonly port: number;
  /** The path that the learner says to ask for. */
  readonly path?: string;
  /** Paths that its author names in scripts, prose and sources, likeliest first. */
  readonly named?: readonly string[];
  /** Reads those that its files in the container name, where nothing better was found. */
  readonly program?: () => Promise<readonly string[]>;
  /** Where the one that should be called answers HTTP. */
  readonly callee: { readonly address: string; readonly port: number };
}

/** Asks for one page, and counts. */
export async function askGently({ parties, port }: OnRequest, path: string, signal: AbortSignal): Promise<Asked> {
  const { probe } = parties.asked;
  const traffic = probe.observations.filter(({ kind }) => kind !== 'snapshot' && kind !== 'http');
  const latest = traffic.at(-1)?.at ?? 0;
  if (traffic.filter(({ at }) => at > latest - 1_000).length > maxSeen) await probe.until(() => false, 1_000, signal);
  return askAndCount(parties, { path, port, timeoutMs: answerMs, mostBody }, signal);
}

/** A call may show as its connection, as its request, or as both: it counts whichever there are more of. */
export function numberOfCalls(evidence: CallEvidence | undefined): number {
  const connections = (evidence?.calls ?? []).filter(({ sign }) => sign === 'connection').length;
  return Math.max(connections, evidence?.requests?.length ?? 0);
}

/** What the callee itself says when it is asked what the caller asked of it. */
export interface Sample {
  readonly path: string;
  readonly outcome: HttpOutcome;
}

/** Asks the callee, from inside its own namespace, so that nothing of it looks like the caller's calls. */
export async function askCallee(scene: OnRequest, paths: readonly string[], signal: AbortSignal): Promise<Sample[]> {
  const { container, probe } = scene.parties.others[scene.to] ?? {};
  const samples: Sample[] = [];
  if (container === undefined || probe === undefined) return samples;
  const target = { ...scene.callee, host: `${container.name}:${scene.callee.port}`, timeoutMs: answerMs, mostBody };
  for (const path of paths) samples.push({ path, outcome: await probe.http({ ...target, path }, signal) });
  return samples;
}
