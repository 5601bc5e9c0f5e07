import { messageOf } from '../../base/errors.ts';
import { SandboxFault } from './sandbox.ts';

/** Runs what the machine is to answer for: whatever it throws becomes a SandboxFault, unless `signal` has aborted. */
export async function asFault<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof SandboxFault ? error : new SandboxFault(messageOf(error), { cause: error });
  }
}
