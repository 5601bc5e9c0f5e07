import type { Facts, LogLine } from '../engine/facts.ts';
import type { PastContainer } from '../engine/past-containers.ts';
import type { CallEvidence } from '../probes/calls.ts';
import type { GatewayEvidence, GatewayOutage } from '../probes/evidence/gateway-evidence.ts';
import type { HttpEvidence } from '../probes/evidence/http-evidence.ts';
import type { OutageEvidence, RequestEvidence } from '../probes/evidence/request-evidence.ts';
import type { DatabaseOutage, StoreEvidence, VisitsEvidence } from '../probes/evidence/store-evidence.ts';
import type { RecreationEvidence, VolumeEvidence } from '../probes/evidence/volume-evidence.ts';
import type { WrittenEvidence } from '../probes/written-address.ts';
import type { Binding } from '../roles/binding.ts';

/**
 * All that the judge gets to see: plain JSON, so that a recorded run is a fixture. What an experiment found is under the
 * role (or `from>to`) that it was about; what is missing was not tried, and `faults` says where trying failed.
 */
export interface Evidence {
  /** When it was gathered, in milliseconds since 1970, by the engine's clock. */
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
  /** By `from>to`: what came of asking `from`. */
  readonly requests?: Readonly<Record<string, RequestEvidence>>;
  /** By `from>to`: what came of asking `from` while `to` was stopped. */
  readonly outages?: Readonly<Record<string, OutageEvidence>>;
  /** By the volume's role: what is in it, and the databases as a copy of them reads. */
  readonly volumes?: Readonly<Record<string, VolumeEvidence>>;
  /** By `from>to`: what came of running `from` again, twice, on a copy of the volume `to`. */
  readonly recreations?: Readonly<Record<string, RecreationEvidence>>;
  /** Containers that are gone and had mounted volumes, the latest first. */
  readonly past?: readonly PastContainer[];
  /** By the API's role. */
  readonly visits?: Readonly<Record<string, VisitsEvidence>>;
  /** By the store's role. */
  readonly stores?: Readonly<Record<string, StoreEvidence>>;
  /** By `from>to`: whether an address of the callee stands in the caller's files. */
  readonly written?: Readonly<Record<string, WrittenEvidence>>;
  /** By `from>to`. */
  readonly databaseOutages?: Readonly<Record<string, DatabaseOutage>>;
  /** By role: the end of its container's log. */
  readonly logs: Readonly<Record<string, readonly LogLine[]>>;
  /** When the logs were read, in milliseconds since 1970. */
  readonly logsReadAt?: number;
  /** True if another lab disturbed containers of this engine meanwhile: what does not hold may be its doing. */
  readonly othersDisturbed?: boolean;
  /** By role or `from>to`: why an experiment could not be made. Never the learner's fault. */
  readonly faults: Readonly<Record<string, string>>;
}

/** What came of restarting the callee. */
export interface RestartEvidence {
  /** True if the caller was seen to reach it again. */
  readonly foundAgain: boolean;
  readonly watchedMs: number;
}

/** The key of what is between two roles. */
export const between = (from: string, to: string) => `${from}>${to}`;
