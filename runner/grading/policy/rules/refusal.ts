import { fitToShow } from '../../../base/fit-to-show.ts';
import type { Message } from '../../../base/message.ts';
import type { FindingCode } from '../../../language/findings.ts';

/** Why the policy says no: `refusals.ts` of each language has a sentence for it. */
export type RefusalCode = FindingCode extends infer Code
  ? Code extends `refusal.${infer Kind}`
    ? Kind
    : never
  : never;

/** A request that was refused: the values are printable and short, whatever the client sent. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What it is about: an endpoint, an option, a name. */
  readonly subject: string;
  /** More, where the sentence has a second blank: a value, a limit, another name. Empty otherwise. */
  readonly detail: string;
}

/** A refusal as a finding. */
export function refusalMessage({ code, subject, detail }: Refusal): Message {
  return { code: `refusal.${code}`, params: { subject, detail } };
}

const longest = 160;

/** Text of a client, fit for people's terminals, and cut where it is long. */
function printable(text: string): string {
  return fitToShow(text.replace(/\s+/g, ' '), { strict: true, instead: ' ', max: longest }).trim();
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
