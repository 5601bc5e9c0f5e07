import type { Binds } from '../roles/binding.ts';

/** What a watch of a challenge goes by. */
export interface LiveOptions {
  readonly binds: Binds;
  /** Role → path, as in VerifyOptions. */
  readonly paths?: Readonly<Record<string, string>>;
  /** As in VerifyOptions. */
  readonly statedPaths?: readonly string[];
  readonly signal: AbortSignal;
  /** Emits `recheck` when somebody wants a check now, `disrupt` when they want the checks that disturb. */
  readonly recheck?: EventTarget;
}
