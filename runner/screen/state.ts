import type { Language, Localised } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { Facts } from '../engine/facts.ts';
import type { LiveEvent } from '../live/live-event.ts';
import type { Binds } from '../roles/binding.ts';
import type { Report } from '../verdict/report.ts';
import type { Intent, Press } from './intent.ts';
import type { CommandEntry } from './widgets/commands/entry.ts';
import { type CommandsState, initialCommands } from './widgets/commands/state.ts';
import type { EngineEventForScreen, EngineState } from './widgets/doctor/engine-state.ts';
import type { DoctorState } from './widgets/doctor/state.ts';
import { initialDoctor } from './widgets/doctor/state.ts';
import type { LogsEvent, LogsState } from './widgets/logs/state.ts';
import { initialLogs } from './widgets/logs/state.ts';
import type { MapState } from './widgets/map/state.ts';
import { initialMap } from './widgets/map/state.ts';
import { firstNotDone } from './widgets/progress/first-not-done.ts';
import type { ProgressEvent, ProgressState } from './widgets/progress/state.ts';
import type { ShellEvent, ShellState } from './widgets/shell/state.ts';
import { initialShell } from './widgets/shell/state.ts';
import type { TourEvent, TourState } from './widgets/tour/state.ts';
import { initialTour } from './widgets/tour/state.ts';

/** The terminal, in characters. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Everything that the screen shows. Only `reduce` makes a new one. */
export interface State {
  readonly size: Size;
  readonly language: Language;
  readonly engine: EngineState;
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
  readonly reading: Page | undefined;
  /** The part of the challenge screen that keys go to; on narrow terminals, also the one that is shown. */
  readonly panel: Panel;
  readonly shell: ShellState;
  readonly map: MapState;
  readonly commands: CommandsState;
  readonly logs: LogsState;
  readonly tour: TourState;
  readonly doctor: DoctorState;
  readonly progress: ProgressState;
  /** The first line shown of the page, or of the details. */
  readonly scroll: number;
  /** How many watches were begun; what an earlier one still says is not listened to. */
  readonly watches: number;
}

/** A page over the whole screen. */
export type Page = 'brief' | 'help' | 'logs' | 'report' | 'tour' | 'doctor';

/** A part of the challenge screen. */
export type Panel = (typeof panels)[number];

/** In the order in which Tab goes through them. */
export const panels = ['objectives', 'map', 'commands'] as const;

/** The open challenge. */
export interface Attempt {
  readonly challenge: Challenge;
  /** Who plays which role, as the learner said on the map. */
  readonly binds: Binds;
  /** What is on the engine, as last seen. */
  readonly facts: Facts | undefined;
  /** By how many milliseconds the engine's clock is ahead of ours. */
  readonly aheadMs: number;
  /** The number of the watch that follows it. */
  readonly watch: number;
  /** `asked`: the learner has been told what would be done, and has not answered yet. */
  readonly disruption: 'asked' | 'running' | undefined;
  readonly report: Report | undefined;
  /** Objectives whose verdict is still being found out. */
  readonly pending: readonly string[];
  readonly checking: boolean;
  /** When the check that runs began; 0 where the learner asked for it. Milliseconds since 1970. */
  readonly checkingSince: number;
  /** The check waits until another lab on the engine has tried its outages. */
  readonly waitsForOthers?: boolean;
  /** Milliseconds since 1970. */
  readonly checkedAt: number | undefined;
  readonly trouble: Trouble | undefined;
  /** The objective that the learner selected; undefined follows the first that is not met. */
  readonly chosen: string | undefined;
  /** How many levels of the hint were asked for, by objective. */
  readonly hints: Readonly<Record<string, number>>;
  /** The command that was asked for with the third level, by objective. */
  readonly hinted: Readonly<Record<string, string>>;
  /** Newest last. */
  readonly log: readonly LogEntry[];
  /** Names of containers by id, as far as events told them. */
  readonly names: Readonly<Record<string, string>>;
}

/** `engine`: it does not answer and the watch goes on trying. `stopped`: the watch itself has ended. */
export interface Trouble {
  /** The engine does not answer, a look at it failed (both are tried again), or the watch has ended. */
  readonly kind: 'engine' | 'look' | 'stopped';
  readonly message: string;
}

/** What happened while the challenge was open: on the engine, to its objectives, to the engine itself. */
export type LogEntry =
  | CommandEntry
  | { readonly at: number; readonly kind: 'met' | 'lost'; readonly objective: string }
  | { readonly at: number; readonly kind: 'engine-lost' | 'engine-back' };

/** All that can happen to the screen. Times are milliseconds since 1970. */
export type ScreenEvent =
  /** The screen has opened. */
  | { readonly kind: 'started' }
  | { readonly kind: 'key'; readonly intent: Intent }
  | { readonly kind: 'press'; readonly press: Press }
  /** Pasted text is no keys: it is taken where text is being written, and nowhere else. */
  | { readonly kind: 'paste'; readonly text: string }
  /** Typed while the shell has the keys; as it came from the terminal, no key cut in two. */
  | { readonly kind: 'shell-keys'; readonly keys: string }
  | { readonly kind: 'live'; readonly watch: number; readonly event: LiveEvent; readonly at: number }
  | { readonly kind: 'watch-ended'; readonly watch: number; readonly message: string }
  | { readonly kind: 'engine'; readonly event: EngineEventForScreen }
  | { readonly kind: 'shell'; readonly event: ShellEvent }
  | { readonly kind: 'logs'; readonly event: LogsEvent }
  | { readonly kind: 'tour'; readonly event: TourEvent }
  | { readonly kind: 'progress'; readonly event: ProgressEvent }
  | { readonly kind: 'tick'; readonly now: number }
  | { readonly kind: 'resize'; readonly size: Size };

/** What the screen starts from. */
export interface Start {
  readonly size: Size;
  readonly language: Language;
  readonly challenges: readonly Challenge[];
  readonly briefs: Readonly<Record<string, Localised>>;
  readonly progress: ProgressState;
  readonly now: number;
}

/** The list of challenges, with the engine still being looked for. */
export function initialState(start: Start): State {
  return {
    ...start,
    engine: { kind: 'looking' },
    panel: 'objectives',
    shell: initialShell,
    map: initialMap,
    commands: initialCommands,
    logs: initialLogs,
    tour: initialTour,
    doctor: initialDoctor,
    frame: 0,
    reports: {},
    cursor: firstNotDone(start.challenges, start.progress.known),
    attempt: undefined,
    reading: undefined,
    scroll: 0,
    watches: 0,
  };
}
