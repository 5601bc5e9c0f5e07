import type { Field } from '../../text/field.ts';
import type { CommandFault } from './command-fault.ts';
import type { Output } from './output.ts';

/** The guided tours through the reference solutions. */
export interface TourState {
  /** By the challenge's id. What was run in this session stays. */
  readonly tours: Readonly<Record<string, Tour>>;
  /** The command being edited on the page; undefined while none is. */
  readonly editing: Field | undefined;
  /** The challenge whose solution was asked for once; any other key takes that back. */
  readonly asked: string | undefined;
  /** How many runs of steps were begun; what an earlier one still says is not listened to. */
  readonly runs: number;
}

/** One challenge's tour. */
export interface Tour {
  /** Which step is shown, from 0. */
  readonly at: number;
  readonly ground: Ground;
  readonly steps: readonly TourStep[];
  /** The step that was started last. */
  readonly latest: number | undefined;
  readonly notice: Notice | undefined;
  /** How many lines the output is scrolled back from its end. */
  readonly back: number;
  /** What was removed last, until something is run again. */
  readonly removed: readonly TourThing[] | undefined;
}

/** What is on the engine where the tour would go. */
export type Ground =
  | { readonly kind: 'unknown' | 'looking' | 'clear' | 'removing' }
  /** Names that the solution needs belong to something else: nothing is run. */
  | { readonly kind: 'taken'; readonly taken: readonly TakenThing[] }
  /** An earlier run of the solution is there; `steps` are those that it has done. */
  | { readonly kind: 'earlier'; readonly things: readonly TourThing[]; readonly steps: readonly number[] }
  /** It could not be looked at, or not removed. */
  | { readonly kind: 'failed'; readonly message: string };

/** A command of the solution, and what has become of it. */
export interface TourStep {
  /** As it would be run now. */
  readonly command: string;
  /** `earlier`: what it makes was there already. */
  readonly outcome: 'none' | 'running' | 'done' | 'failed' | 'earlier';
  readonly exitCode: number | undefined;
  /** Why it was not run at all, or was ended. */
  readonly message: string | undefined;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly output: Output;
  /** The number of its last run; 0 before the first. */
  readonly run: number;
  /** Objectives that were met before it ran. */
  readonly metBefore: readonly string[];
  /** Objectives that it turned green, once the next step was started. */
  readonly turned: readonly string[] | undefined;
  readonly made: TourThing | undefined;
}

/** Something the page has to say about the last key. */
export type Notice =
  | { readonly kind: 'fault'; readonly fault: CommandFault }
  /** A step before this one has not been run. */
  | { readonly kind: 'out-of-order'; readonly step: number }
  /** Another step still runs. */
  | { readonly kind: 'busy'; readonly step: number }
  /** The step that runs is being ended. */
  | { readonly kind: 'stopping' };

/** A thing with a name that the tour or `lab up` made. */
export interface TourThing {
  readonly kind: 'container' | 'network' | 'volume';
  readonly name: string;
}

/** A thing in the way, and the command that removes it. */
export interface TakenThing extends TourThing {
  readonly removal: string;
}

/** What is on the engine, as the world tells it. */
export interface TourGround {
  /** Things that have names which the solution needs, and are not the lab's. */
  readonly taken: readonly TakenThing[];
  /** What carries this challenge's label. */
  readonly things: readonly TourThing[];
  /** The solution's steps, from 0, of which the named thing is there, with the label. */
  readonly steps: readonly number[];
}

/** How a step ended. */
export interface TourEnd {
  /** `undefined` if it was not run, or was ended by us. */
  readonly exitCode: number | undefined;
  readonly message?: string | undefined;
  readonly made?: TourThing | undefined;
}

/** What becomes of what was asked for. Times are milliseconds since 1970. */
export type TourEvent = { readonly challenge: string } & (
  | { readonly kind: 'looked'; readonly ground: TourGround }
  | { readonly kind: 'started'; readonly step: number; readonly run: number; readonly at: number }
  | { readonly kind: 'output'; readonly step: number; readonly run: number; readonly text: string }
  | { readonly kind: 'ended'; readonly step: number; readonly run: number; readonly end: TourEnd; readonly at: number }
  | { readonly kind: 'removed'; readonly things: readonly TourThing[] }
  | { readonly kind: 'trouble'; readonly message: string }
);

/** No tour opened. */
export const initialTour: TourState = { tours: {}, editing: undefined, asked: undefined, runs: 0 };
