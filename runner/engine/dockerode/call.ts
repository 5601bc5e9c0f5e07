import { withDeadline } from '../deadline.ts';
import type { CallOptions } from '../engine.ts';
import { engineError } from './failure.ts';

/** One call of an engine, within its deadline. Throws an EngineError that names it when it fails, and the caller's own reason. */
export async function call<Result>(
  what: string,
  deadlineMs: number,
  options: CallOptions | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  try {
    return await withDeadline(what, options?.deadlineMs ?? deadlineMs, options?.signal, work);
  } catch (error) {
    options?.signal?.throwIfAborted();
    throw engineError(what, error);
  }
}
