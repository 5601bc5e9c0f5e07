import { createHash } from 'node:crypto';
import type { Challenge } from '../../challenge/definition.ts';
import type { Part } from '../submission.ts';

/**
 * SHA-256, in hexadecimal, of all that decides what becomes of a part: what was handed in and how it is brought up, the
 * challenge, and `grader`, which stands for the lab itself. What the machine
 * grants (times, memory) is no part of it. Pure.
 */
export function digestOf(part: Part | undefined, challenge: Challenge, grader: string): string {
  // Where it lies on this machine (`folder`) changes nothing.
  const handedIn = part && [part.path, part.digest, part.plan, part.remarks];
  return createHash('sha256')
    .update(JSON.stringify([handedIn ?? null, challenge, grader]))
    .digest('hex');
}
