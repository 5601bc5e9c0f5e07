import type { CallOptions } from '../engine.ts';
import { EngineError } from '../engine.ts';
import { engineError } from './failure.ts';

/** How long a stream may take, and what else ends it. */
export interface Bounds {
  /** What it is called in errors. */
  readonly what: string;
  readonly deadlineMs: number;
  /** Aborts when the engine is let go of. */
  readonly gone: AbortSignal;
}

/** The chunks of a stream of the engine's. Throws an EngineError when it fails or is late, and the caller's own reason. */
export async function* streamWithin(
  { what, deadlineMs, gone }: Bounds,
  options: CallOptions | undefined,
  open: (signal: AbortSignal) => Promise<NodeJS.ReadableStream>,
): AsyncGenerator<Buffer> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const stop = AbortSignal.any([deadline, gone, ...(options?.signal ? [options.signal] : [])]);
  try {
    const stream = await open(stop);
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    options?.signal?.throwIfAborted();
    if (deadline.aborted) throw new EngineError('deadline', `${what}: not finished within ${deadlineMs / 1000} s`);
    throw engineError(what, error);
  }
}
