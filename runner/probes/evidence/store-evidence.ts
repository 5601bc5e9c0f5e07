import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';

/** What a PostgreSQL counts at one moment, over all its databases. */
export interface RowsReading {
  /** Rows that were written in this transaction or a later one are new: see `TableReading.written`. */
  readonly transaction: string;
  readonly tables: readonly TableReading[];
}

export interface TableReading {
  /** `database.schema.table`. */
  readonly name: string;
  /** Rows that are there, counted one by one; `undefined` if there are too many to count. */
  readonly rows: number | undefined;
  /** Of these, how many were inserted or updated since the reading before; 0 in a first one. */
  readonly written: number;
  /** Insertions as PostgreSQL's statistics have them: they may lag by some seconds. */
  readonly inserted: number;
}

/** What a Redis counts at one moment, over all its databases. */
export interface CounterReading {
  /** How often each command was run that makes a number larger, such as `incr`. */
  readonly commands: Readonly<Record<string, number>>;
  /** Whole numbers by `database:key` or `database:key[field]`; of lists, sets and streams their length. */
  readonly values: Readonly<Record<string, number>>;
}

/** N requests to one path, and what a store counted before and after them. */
export interface Measured<Reading> {
  readonly path: string;
  /** The answers that were no failures, oldest first; and the last failure, if there was one. */
  readonly answers: readonly HttpOutcome[];
  readonly failure: HttpOutcome | undefined;
  readonly before: Reading;
  readonly after: Reading;
}

/** What came of asking the API for pages, one after the other. */
export interface VisitsEvidence {
  readonly port: number;
  /** How many requests were to be made to a path. */
  readonly requests: number;
  /** The paths that were asked, in this order, with the status of the answer where there was one. */
  readonly tried: readonly { readonly path: string; readonly status: number | undefined }[];
  /** The path that a person gave, if one did. */
  readonly given?: string;
  /** True if its author names paths, and all of them were asked for. */
  readonly knowsPaths?: boolean;
  readonly rows: Measured<RowsReading> | undefined;
  readonly counter: Measured<CounterReading> | undefined;
}

/** What came of knocking at a store's door. */
export interface StoreEvidence {
  /** `undefined` if we got in. */
  readonly refused: StoreRefusal | undefined;
  /** PostgreSQL's own word on where its files are. */
  readonly dataFolder: string | undefined;
}

/**
 * Why we did not get in: nothing listens, it is not ready in time, none of the passwords that stand in the containers'
 * settings is the right one, or something else.
 */
export interface StoreRefusal {
  readonly reason: 'silent' | 'not-ready' | 'password' | 'other';
  readonly detail: string;
}

/** What came of stopping the database under the API. */
export interface DatabaseOutage {
  readonly path: string;
  /** The API's answer while the database was stopped. */
  readonly during: HttpOutcome;
  /** True if the API's container ended meanwhile. */
  readonly ended: boolean;
  /** After the database was back: how long until the API answered without failure; `undefined` if it did not. */
  readonly recoveredMs: number | undefined;
  /** The last answer after the database was back. */
  readonly after: HttpOutcome | undefined;
}
