import type { LogLine } from '../../../engine/facts.ts';
import type { Field } from '../../text/field.ts';
import { emptyField } from '../../text/field.ts';

/** A container whose log is shown. */
export interface LogTarget {
  /** Its id, or its name where only that is known. */
  readonly id: string;
  readonly name: string;
}

/** The page with a container's log. */
export interface LogsState {
  readonly target: LogTarget | undefined;
  /** The number of the following; what an earlier one still says is not listened to. */
  readonly session: number;
  /** The last lines, and between them what became of the container. */
  readonly lines: readonly LogEntry[];
  /** How many lines came before those. */
  readonly forgotten: number;
  /** How many lines came while the page stood on one that would have had to be forgotten for them. */
  readonly held: number;
  readonly status: LogStatus;
  /** The first row that is shown; undefined while the page follows the end. */
  readonly top: Spot | undefined;
  /** Whether the time of each line is shown. */
  readonly times: boolean;
  readonly search: Search;
}

/** A line of the log, harmless and of bearable length; or a note of the lab's own. */
export type LogEntry =
  | { readonly kind: 'line'; readonly at: string; readonly stream: LogLine['stream']; readonly text: string }
  | { readonly kind: 'note'; readonly note: LogNote };

/** What became of the container: told between its lines. */
export type LogNote =
  | { readonly kind: 'ended'; readonly exitCode: number }
  | { readonly kind: 'restarted' | 'recreated' | 'removed' | 'engine-lost' | 'engine-back' };

/** `opening`: nothing has come yet. `unreadable`: its log driver keeps nothing that could be read. */
export type LogStatus = 'opening' | 'running' | 'ended' | 'removed' | 'engine-lost' | 'unreadable';

/** A row of the log: the number of its line, counted from the first that ever came, and the row within that line. */
export interface Spot {
  readonly line: number;
  readonly row: number;
}

/** What is searched for in the log, and where the learner is with that. */
export interface Search {
  readonly field: Field;
  readonly typing: boolean;
  /** The number of the line that the learner is at. */
  readonly current: number | undefined;
  /** Where the page was when the typing began. */
  readonly from: Spot | undefined;
}

/** What is told of a log that is followed. */
export type LogNews =
  /** Lines as they came; `left out` says how many before them were too many to be told. */
  | { readonly kind: 'lines'; readonly lines: readonly LogLine[]; readonly leftOut: number }
  /** The log is being read: for the first time, or after the container was started again. */
  | { readonly kind: 'running'; readonly how: 'first' | 'restarted' | 'recreated' }
  | { readonly kind: 'ended'; readonly exitCode: number }
  | { readonly kind: 'removed' | 'unreadable' | 'engine-lost' | 'engine-back' };

/** News of the following with that number. */
export interface LogsEvent {
  readonly session: number;
  readonly news: LogNews;
}

/** No container's log. */
export const initialLogs: LogsState = {
  target: undefined,
  session: 0,
  lines: [],
  forgotten: 0,
  held: 0,
  status: 'opening',
  top: undefined,
  times: false,
  search: { field: emptyField, typing: false, current: undefined, from: undefined },
};
