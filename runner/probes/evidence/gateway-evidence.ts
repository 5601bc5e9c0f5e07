import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';

/** What came of asking a gateway for paths: what it did towards the services behind it, and what the client got. */
export interface GatewayEvidence {
  readonly port: number;
  /** In order, until each service was reached or there was nothing more to try. */
  readonly tried: readonly TriedPath[];
  /** By the service's role: where it was reached. */
  readonly routes: Readonly<Record<string, RouteEvidence>>;
  /** Paths that nobody serves. */
  readonly unknown: readonly { readonly path: string; readonly outcome: HttpOutcome }[];
  /** False if packets could not be captured, so that what was not seen may still have happened. */
  readonly captured: boolean;
}

export interface TriedPath {
  readonly path: string;
  /** The role that it was tried for. */
  readonly for: string;
  /** `undefined` if no answer came. */
  readonly status: number | undefined;
  /** Where the answer sends the client, if it does. */
  readonly location?: string;
  /** The roles whose containers the gateway called. */
  readonly reached: readonly string[];
  /** The roles whose containers the gateway tried to call, and was refused. */
  readonly refused: readonly string[];
  /** Names that the gateway asked for and that were not found. */
  readonly unknownNames: readonly string[];
}

export interface RouteEvidence {
  readonly path: string;
  readonly relays: readonly Relay[];
}

/** One path asked of the gateway, and what the service itself answers to what the gateway asked of it. */
export interface Relay {
  readonly path: string;
  readonly answer: HttpOutcome;
  /** The path that the gateway asked the service for; `undefined` if it did not ask, or that could not be read. */
  readonly asked: string | undefined;
  /** Two answers where the first is not the gateway's: what differs between them changes with every request. */
  readonly direct: readonly HttpOutcome[];
}

/** What came of stopping a service behind a gateway. */
export interface GatewayOutage {
  readonly path: string;
  readonly outcome: HttpOutcome;
  readonly outcomeMs: number;
  readonly besidePath: string;
  readonly beside: HttpOutcome;
  readonly besideBefore: number;
  /** `undefined` if the service answered as before once it was back; else what came last. */
  readonly afterwards: HttpOutcome | undefined;
  readonly waitedMs: number;
}
