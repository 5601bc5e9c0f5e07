import type { PartResult, SubmissionResult } from '../../gradebook/result.ts';

/** What a stored result is found by. */
export interface PartName {
  /** The submission's id. */
  readonly submission: string;
  /** The challenge's id. */
  readonly challenge: string;
}

/** A result, and what the machine granted for it. */
export interface StoredPart {
  readonly result: PartResult;
  /** The wall clock of the script, in milliseconds. */
  readonly scriptMs: number;
}

/** Where results outlive the process. Each is there as a whole or not at all, as soon as `keep` has resolved. */
export interface PartStore {
  /** `undefined` if there is none that can be read. */
  read(name: PartName): Promise<StoredPart | undefined>;
  /** Throws what the file system says where it cannot be kept. */
  keep(name: PartName, stored: StoredPart): Promise<void>;
  /** Throws what the file system says where it cannot be kept. */
  keepSubmission(result: SubmissionResult): Promise<void>;
}

/** A file that was no result that this lab can read, and what it is called now. */
export interface SetAside {
  readonly why: 'damaged' | 'newer';
  readonly file: string;
}
