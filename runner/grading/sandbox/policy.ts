import type { Message } from '../../base/message.ts';
import type { ImageRequest } from './image-request.ts';
import type { Builder } from './sandbox.ts';
import type { ScriptFollower } from './script-follower.ts';

/** What stands between a submission and the engine of its sandbox. */
export interface Policy extends AsyncDisposable {
  /** What it has refused so far. */
  readonly refusals: readonly Message[];
  /** What was asked of the engine about images to get or to make, in that order; nothing where the policy has ended. */
  imageRequests(): Promise<readonly ImageRequest[]>;
  /** Says where the submission's files are on this machine, of which containers may mount copies. */
  serveFiles(folder: string): void;
  /** From now on, tells this one what the script does. */
  follow(follower: ScriptFollower): void;
  /** Why it has ended by itself; undefined as long as it stands. */
  readonly fault?: string | undefined;
}

/** Where a policy stands, and who builds behind it. */
export interface PolicyOptions {
  /** Where it listens, and what it passes on to: paths of unix sockets. */
  readonly listen: string;
  readonly upstream: string;
  readonly builder: Builder;
}

/** Starts one; it listens by the time that this is fulfilled. */
export type StartPolicy = (options: PolicyOptions) => Promise<Policy>;
