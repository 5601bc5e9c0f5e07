import type { Binds } from './binding.ts';

/** What finding the roles goes by, besides what is on the engine. */
export interface RoleOptions {
  readonly binds: Binds;
  /** Role → the path to ask for, as the workspace's `lab.json` gives it. */
  readonly paths?: Readonly<Record<string, string>>;
  /** Paths that the author's own scripts, prose and sources name, likeliest first. */
  readonly statedPaths?: readonly string[];
  /** How long a call may be waited for, in milliseconds. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
}
