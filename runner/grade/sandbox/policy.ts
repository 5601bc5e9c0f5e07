/** What stands between a submission and the engine of its sandbox. */
export interface Policy extends AsyncDisposable {
  /** What it has refused so far, in sentences. */
  readonly refusals: readonly string[];
}

/** Where it listens, and what it passes on to: paths of unix sockets. */
export interface PolicySockets {
  readonly upstream: string;
  readonly listen: string;
}

/** Starts one; it listens by the time that this is fulfilled. */
export type StartPolicy = (sockets: PolicySockets) => Promise<Policy>;
