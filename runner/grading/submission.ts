import type { Message } from '../base/message.ts';
import type { Builder } from './sandbox/sandbox.ts';

/** Who handed something in, as far as names tell; empty where they do not. */
export interface HandedBy {
  readonly name: string;
  readonly canvasId: string;
  readonly moodleId: string;
  readonly sisUserId: string;
  readonly email: string;
  /** `undefined` if nothing says it. */
  readonly late: boolean | undefined;
  /** ISO 8601; empty where nothing says it. */
  readonly submitted: string;
}

/** What one student or team handed in, found but not yet judged. */
export interface Submission extends Partial<HandedBy> {
  /** The name of its folder, or of its archive without the ending: unique in a class, without control characters. */
  readonly id: string;
  /** The first of `sources`. */
  readonly source: string;
  /** All that it is made of, as it is called in the class's folder. */
  readonly sources?: readonly string[];
  /** One for each challenge that was found in it; at most one per challenge. */
  readonly parts: readonly Part[];
  /** What an instructor should know of how it was read: nested folders, duplicates, a refused archive. */
  readonly remarks: readonly Message[];
  /** Where nothing in it could be read, why: the archive is damaged, or was refused. Then there are no parts. */
  readonly unreadable?: Message;
}

/** What was handed in for one challenge. */
export interface Part {
  /** The challenge's id. */
  readonly challenge: string;
  /** Absolute: where its files are. They are the student's, and never changed. */
  readonly folder: string;
  /** The same below the submission, for people. */
  readonly path: string;
  /** SHA-256 of all that is in it, in hexadecimal: names, contents and modes. */
  readonly digest: string;
  /** What it offers first. */
  readonly plan: Plan;
  /** What else it offers, in order: for where the first does not come up whole. */
  readonly fallbacks?: readonly Fallback[];
  /** Files that could have said how to bring it up and are in no plan. */
  readonly notTaken?: readonly NotTaken[];
  readonly remarks: readonly Message[];
}

/** How many plans of a part are tried at most, each on an engine of its own. */
export const maxPlans = 3;

/** Another way in which a part says that it is brought up. */
export interface Fallback {
  readonly plan: Extract<Plan, { kind: 'script' }>;
  /** On how it was read. */
  readonly remarks: readonly Message[];
}

/** Something that was looked at and is not used. */
export interface NotTaken {
  /** Below the part's folder, or of what is in no submission, below the class's. */
  readonly path: string;
  readonly reason: Message;
}

/** How a part is brought up. */
export type Plan =
  | {
      readonly kind: 'script';
      /** The file that says it, below the part's folder. */
      readonly file: string;
      /** What bash runs in the part's folder. For a README, its docker commands; for a script, a call of that script. */
      readonly script: string;
      /** Which builder its Dockerfiles need. */
      readonly builder: Builder;
      /** Role → name, as the part's `lab.json` says it. */
      readonly binds: Readonly<Record<string, string>>;
      /** Role → path behind a gateway, as its `lab.json` says it. */
      readonly paths: Readonly<Record<string, string>>;
      /** The Compose file, or what leaves all to it, that its commands were translated from; what is about Compose fails then. */
      readonly composed?: string;
    }
  /** The only instructions are Compose's: its own file, or a script or README that leaves all to it. */
  | { readonly kind: 'compose-only'; readonly file: string }
  /** Nothing says how to bring it up, or it says so in a way that is refused by name, and why. */
  | { readonly kind: 'none'; readonly because: Message };
