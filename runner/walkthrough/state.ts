import type { Challenge } from '../challenge/definition.ts';
import type { EngineEvent } from '../engine/facts.ts';
import type { Language, Localised } from '../language/language.ts';
import type { Report } from '../report/report.ts';
import type { LiveEvent } from '../verify/live-event.ts';
import type { Intent, Press } from './keymap.ts';

/** The terminal, in characters. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Everything that the screen shows. Only `reduce` makes a new one. */
export interface State {
  readonly size: Size;
  readonly language: Language;
  /** Where the engine was found, as told to people. */
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Counts the ticks: what moves on the screen moves by it. */
  readonly frame: number;
  readonly challenges: readonly Challenge[];
  /** What the learner reads, by challenge. */
  readonly briefs: Readonly<Record<string, Localised>>;
  /** The last verdicts of this session, by challenge. */
  readonly reports: Readonly<Record<string, Report>>;
  /** Which challenge of the list the cursor is on. */
  readonly cursor: number;
  readonly attempt: Attempt | undefined;
  /** A page over the screen. */
  readonly reading: 'brief' | 'help' | undefined;
  /** The first line shown of the page, or of the details. */
  readonly scroll: number;
  /** How many watches were begun; what an earlier one still says is not listened to. */
  readonly watches: number;
  /** True once the learner wants to leave. */
  readonly left: boolean;
}

/** The open challenge. */
export interface Attempt {
  readonly challenge: Challenge;
  /** The number of the watch that follows it. */
  readonly watch: number;
  /** Grows each time the learner asks for a check. */
  readonly rechecks: number;
  readonly report: Report | undefined;
  /** Objectives whose verdict is still being found out. */
  readonly pending: readonly string[];
  readonly checking: boolean;
  /** When the check that runs began; 0 where the learner asked for it. Milliseconds since 1970. */
  readonly checkingSince: number;
  /** Milliseconds since 1970. */
  readonly checkedAt: number | undefined;
  readonly trouble: Trouble | undefined;
  /** The objective that the learner selected; undefined follows the first that is not met. */
  readonly chosen: string | undefined;
  readonly hints: Readonly<Record<string, number>>;
  /** Newest last. */
  readonly log: readonly LogEntry[];
  /** Names of containers by id, as far as events told them. */
  readonly names: Readonly<Record<string, string>>;
}

/** `engine`: it does not answer and the watch goes on trying. `stopped`: the watch itself has ended. */
export interface Trouble {
  readonly kind: 'engine' | 'stopped';
  readonly message: string;
}

export type LogEntry = { readonly at: number } & (
  | { readonly kind: 'change'; readonly event: EngineEvent }
  | { readonly kind: 'met' | 'lost'; readonly objective: string }
  | { readonly kind: 'engine-lost' | 'engine-back' }
);

/** All that can happen to the screen. Times are milliseconds since 1970. */
export type ScreenEvent =
  | { readonly kind: 'key'; readonly intent: Intent }
  | { readonly kind: 'press'; readonly press: Press }
  | { readonly kind: 'live'; readonly watch: number; readonly event: LiveEvent; readonly at: number }
  | { readonly kind: 'watch-ended'; readonly watch: number; readonly message: string }
  | { readonly kind: 'tick'; readonly now: number }
  | { readonly kind: 'resize'; readonly size: Size };

/** What the screen starts from. */
export interface Start {
  readonly size: Size;
  readonly language: Language;
  readonly source: string;
  readonly challenges: readonly Challenge[];
  readonly briefs: Readonly<Record<string, Localised>>;
  readonly now: number;
}

export function initialState(start: Start): State {
  return {
    ...start,
    frame: 0,
    reports: {},
    cursor: 0,
    attempt: undefined,
    reading: undefined,
    scroll: 0,
    watches: 0,
    left: false,
  };
}
