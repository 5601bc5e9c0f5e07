/** Why the policy says no. `runner/language/grade-policy.ts` has a sentence for each. */
export type RefusalCode =
  // The request itself.
  | 'endpoint'
  | 'protocol'
  | 'malformed'
  | 'duplicate-key'
  | 'too-large'
  | 'unknown-field'
  | 'spelling'
  | 'value'
  // What it asks for.
  | 'machine'
  | 'namespace'
  | 'limits'
  | 'bind-mount'
  | 'mount-type'
  | 'mount-options'
  | 'volume-driver'
  | 'host-network'
  | 'network-driver'
  | 'subnet'
  | 'dns'
  | 'host-gateway'
  | 'link'
  | 'port'
  | 'log-driver'
  | 'registry'
  | 'lab-image'
  | 'lab-label'
  | 'lab-object'
  | 'foreign-exec'
  | 'buildkit'
  | 'remote-build'
  | 'compressed'
  | 'no-archive'
  | 'too-many';

/** A request that was refused: the values are printable and short, whatever the client sent. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What it is about: an endpoint, an option, a name. */
  readonly subject: string;
  /** More, where the sentence has a second blank: a value, a limit, another name. Empty otherwise. */
  readonly detail: string;
}

const longest = 160;

/** Text of a client, fit for people's terminals: control characters gone, and cut where it is long. */
function printable(text: string): string {
  const shown = text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return shown.length > longest ? `${shown.slice(0, longest - 1)}…` : shown;
}

/** Ends a decision. Only `decide` and the proxy catch it. */
export class PolicyRefusal extends Error {
  override readonly name = 'PolicyRefusal';
  readonly refusal: Refusal;
  /** HTTP. */
  readonly status: number;

  constructor(code: RefusalCode, subject: string, detail = '', status = 403) {
    super(`${code}: ${subject}`);
    this.refusal = { code, subject: printable(subject), detail: printable(detail) };
    this.status = status;
  }

  static of({ code, subject, detail }: Refusal, status: number): PolicyRefusal {
    return new PolicyRefusal(code, subject, detail, status);
  }
}
