import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';

/** What came of asking a container for a page at its own address. */
export interface HttpEvidence {
  readonly address: string;
  readonly network: string;
  /** Ports that it listens on where others can reach them. */
  readonly reachable: readonly number[];
  /** Ports that it listens on for itself only (127.0.0.1). */
  readonly loopback: readonly number[];
  readonly attempts: readonly { readonly port: number; readonly outcome: HttpOutcome }[];
}
