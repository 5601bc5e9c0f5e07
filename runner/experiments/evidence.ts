import type { HttpOutcome } from '../../lab-images/probe/protocol.ts';
import type { Facts, LogLine } from '../engine/facts.ts';
import type { Binding } from '../roles/bind.ts';
import type { CallEvidence } from './calls.ts';
import type { GatewayEvidence, GatewayOutage } from './gateway-evidence.ts';

/**
 * All that the judge gets to see: plain JSON, so that a recorded run is a fixture. What an experiment found is under the
 * role (or `from>to`) that it was about; what is missing was not tried, and `faults` says where trying failed.
 */
export interface Evidence {
  /** When it was gathered, in milliseconds since 1970, by the engine's clock where a probe told it. */
  readonly at: number;
  readonly facts: Facts;
  readonly bindings: readonly Binding[];
  /** Ids of containers that ended, or started anew, while we looked and without us. */
  readonly unstable: readonly string[];
  readonly http: Readonly<Record<string, HttpEvidence>>;
  readonly calls: Readonly<Record<string, CallEvidence>>;
  readonly restarts: Readonly<Record<string, RestartEvidence>>;
  /** By the gateway's role. */
  readonly gateways?: Readonly<Record<string, GatewayEvidence>>;
  readonly gatewayOutages?: Readonly<Record<string, GatewayOutage>>;
  /** By role: the end of its container's log. */
  readonly logs: Readonly<Record<string, readonly LogLine[]>>;
  /** By role or `from>to`: why an experiment could not be made. Never the learner's fault. */
  readonly faults: Readonly<Record<string, string>>;
}

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

/** What came of restarting the callee. */
export interface RestartEvidence {
  /** True where the caller was seen to reach it again. */
  readonly foundAgain: boolean;
  readonly watchedMs: number;
}

/** The key of what is between two roles. */
export const between = (from: string, to: string) => `${from}>${to}`;
