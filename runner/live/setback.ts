import { saidBy } from '../base/errors.ts';
import type { Message } from '../base/message.ts';
import { EngineError } from '../engine/engine.ts';

/** How long a live loop waits after a failure, in milliseconds. */
const awayMs = 1_000;
const firstMs = 1_000;
const longestMs = 30_000;

/** True for an error that says that the engine does not answer, itself or by its cause. */
export function isEngineAway(error: unknown): boolean {
  if (error instanceof EngineError) return error.kind === 'unreachable' || error.kind === 'deadline';
  return error instanceof Error && isEngineAway(error.cause);
}

/** What went wrong, as the engine said it where it was the engine. */
export function setbackMessage(error: unknown): Message | string {
  const { cause } = (error ?? {}) as { cause?: unknown };
  return saidBy(cause instanceof EngineError ? cause : error);
}

/** How long until the next look: an engine that is away may be back any moment; what fails again and again is tried ever less often. */
export function retryAfterMs(isAway: boolean, failures: number): number {
  return isAway ? awayMs : Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
}
