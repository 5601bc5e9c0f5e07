import type { CallEvidence } from '../calls.ts';

/** What came of asking one role's container for pages that it should make with another's help. Plain JSON. */
export interface RequestEvidence {
  readonly port: number;
  /** Every path that was tried, in order. */
  readonly tries: readonly Tried[];
  /** The best of the paths by which it calls; `undefined` if it called for none. */
  readonly path: string | undefined;
  /** The path that a person gave, if one did. */
  readonly given?: string;
  /** Where it called for none: the first path whose answer shows what the callee says nevertheless, and what of it. */
  readonly copied?: { readonly path: string; readonly shown: string };
  /** Repeated requests to that path. */
  readonly rounds: readonly Round[];
  /** The calls that it made while nobody asked it for anything. */
  readonly quiet: { readonly ms: number; readonly calls: number };
  /** How it called since the first request of ours. */
  readonly calls: CallEvidence;
  /** `undefined` if there was nothing to compare. */
  readonly data: DataEvidence | undefined;
}

export interface Tried {
  readonly path: string;
  /** `undefined` if no answer came. */
  readonly status: number | undefined;
  readonly called: boolean;
}

export interface Round {
  readonly status: number | undefined;
  /** How many calls it made between the request and the answer, or in the moments around them that were watched as well. */
  readonly calls: number;
  /** For how long they were counted, in milliseconds: on a busy machine far longer than the answer took. */
  readonly ms: number;
}

/** What the callee said to the same requests that the caller makes of it, and what of that the caller's answers show. */
export interface DataEvidence {
  readonly asked: readonly { readonly path: string; readonly status: number | undefined }[];
  /** Something that the callee says, to show to people. */
  readonly sample: string;
  /** How many things it says that would be recognised elsewhere. */
  readonly telling: number;
  readonly shown: readonly string[];
  readonly enough: boolean;
  /** True if the callee's answers differ from one request to the next. */
  readonly changes: boolean;
  /** The beginning of the caller's answer. */
  readonly answer: string;
}

/** What came of asking the caller while the callee was stopped, and after it was back. */
export interface OutageEvidence {
  readonly path: string;
  /** The status of the answer; `undefined` if none came. */
  readonly status: number | undefined;
  readonly ms: number;
  /** The deadline it was given, in milliseconds. */
  readonly withinMs: number;
  /** True if the caller's container ended or started anew. */
  readonly crashed: boolean;
  /** Whether the caller answered well again, and when it was last asked, in milliseconds after the callee's start. */
  readonly back: { readonly well: boolean; readonly status: number | undefined; readonly ms: number };
}
