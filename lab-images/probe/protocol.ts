/**
 * What the probe and `lab` say to each other: one JSON object a line. The probe writes observations to its standard
 * output from its start on; `lab` writes requests to its standard input, and each is answered once, with its `id`.
 * Times are milliseconds since 1970 by the engine's clock.
 */
export type Observation =
  | { kind: 'ready'; at: number; capture: boolean; reason?: string }
  | { kind: 'snapshot'; at: number; id?: number; sockets: Socket[]; counters: Counters }
  /** A TCP connection attempt (a SYN) seen on the wire, once each. */
  | { kind: 'connect'; at: number; from: Endpoint; to: Endpoint }
  /** The other side took the connection, or refused it. */
  | { kind: 'accepted'; at: number; from: Endpoint; to: Endpoint }
  | { kind: 'refused'; at: number; from: Endpoint; to: Endpoint }
  /** An HTTP/1 request's head; `host` is its Host header. */
  | { kind: 'request'; at: number; from: Endpoint; to: Endpoint; method: string; path: string; host?: string }
  /** Payload that is no HTTP request, on a connection that `from` opened or may have opened. */
  | { kind: 'data'; at: number; from: Endpoint; to: Endpoint }
  /** An answer of a name server. `code` is the RCODE of RFC 1035: 0 found, 3 no such name. */
  | { kind: 'dns'; at: number; name: string; code: number; addresses: string[] }
  | { kind: 'http'; at: number; id: number; outcome: HttpOutcome }
  | { kind: 'sql'; at: number; id: number; outcome: SqlOutcome }
  | { kind: 'redis'; at: number; id: number; outcome: RedisOutcome };

export type Request =
  | { do: 'snapshot'; id: number }
  | ({ do: 'http'; id: number } & HttpTarget)
  | ({ do: 'sql'; id: number } & SqlTarget)
  | ({ do: 'redis'; id: number } & RedisTarget);

export interface HttpTarget {
  address: string;
  port: number;
  path: string;
  host: string;
  timeoutMs: number;
  /** How much of the body is wanted, in characters; 2,048 where nothing is said. */
  mostBody?: number;
}

export interface Endpoint {
  address: string;
  port: number;
}

export type SocketState = 'listen' | 'established' | 'time-wait' | 'connecting' | 'closing';

/** A row of /proc/net/tcp or tcp6; see proc_pid_net(5). IPv4-mapped addresses are given as IPv4. */
export interface Socket {
  state: SocketState;
  local: Endpoint;
  remote: Endpoint;
  /** For `time-wait`: when the connection was closed, by what is left of the kernel's 60 s. */
  closedAt?: number;
}

/** Since the network namespace was made, that is, since the container started. From /proc/net/snmp. */
export interface Counters {
  tcpActiveOpens: number;
  tcpPassiveOpens: number;
  tcpAttemptFails: number;
  udpOut: number;
}

export type HttpOutcome =
  | { ok: true; status: number; durationMs: number; contentType: string; body: string; location?: string }
  | { ok: false; reason: 'refused' | 'timeout' | 'not-http' | 'unreachable' | 'closed'; detail: string };

/** Statements for a PostgreSQL; they cannot change anything there. */
export interface SqlTarget {
  address: string;
  port: number;
  user: string;
  password?: string;
  database: string;
  statements: readonly string[];
  timeoutMs: number;
}

/** The rows of each statement, values as text. `code` is PostgreSQL's SQLSTATE, empty where it did not get to say one. */
export type SqlOutcome = { ok: true; results: (string | null)[][][] } | { ok: false; code: string; detail: string };

/** Commands for a Redis. */
export interface RedisTarget {
  address: string;
  port: number;
  user?: string;
  password?: string;
  commands: readonly (readonly string[])[];
  timeoutMs: number;
}

export type RedisReply = string | number | null | { error: string } | RedisReply[];

export type RedisOutcome = { ok: true; replies: RedisReply[] } | { ok: false; detail: string };
