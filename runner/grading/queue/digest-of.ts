import { createHash } from 'node:crypto';
import type { Challenge } from '../../challenge/definition.ts';
import type { Part } from '../submission.ts';

/**
 * SHA-256, in hexadecimal, of all that decides what becomes of a part: what was handed in and how it is brought up, the
 * challenge, and `grader`, which stands for the lab itself. What the machine
 * grants (times, memory) is no part of it. Pure.
 */
export function digestOf(part: Part | undefined, challenge: Challenge, grader: string): string {
  return sha256([handedIn(part), challenge, grader]);
}

/** SHA-256, in hexadecimal, of what was handed in for a challenge and how it is brought up; nothing of the lab is in it. Pure. */
export function handedInDigest(part: Part | undefined): string {
  return sha256(handedIn(part));
}

/** Where it lies on this machine (`folder`) changes nothing. */
function handedIn(part: Part | undefined): unknown {
  return part === undefined ? null : [part.path, part.digest, part.plan, part.fallbacks ?? [], part.remarks];
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
