import { shellMemoryBytes } from '../../grading/sandbox/sandbox.ts';

/** What a sandbox needs to do its work without waiting for others, in bytes. */
export const sandboxMemoryBytes = 1.5 * 1024 ** 3;

/** How many parts are judged at once where nobody says: one for each core, as far as the memory goes. At least one. Pure. */
export function defaultJobs({ cores, freeBytes }: { readonly cores: number; readonly freeBytes: number }): number {
  const each = sandboxMemoryBytes + shellMemoryBytes;
  return Math.max(1, Math.min(Math.floor(cores), Math.floor(freeBytes / each)));
}
