import type { LogLine } from '../../engine/facts.ts';

/** The page with a container's log. */
export interface LogsState {
  /** The container whose log is shown. */
  readonly target: { readonly id: string; readonly name: string } | undefined;
  readonly lines: readonly LogLine[];
  /** True while new lines move the page. */
  readonly following: boolean;
  readonly ended: boolean;
  readonly trouble: string | undefined;
  /** What is searched for; `typing` while it is being typed. */
  readonly search: { readonly text: string; readonly typing: boolean };
}

/** What the followed log tells. */
export type LogsEvent =
  | { readonly kind: 'lines'; readonly container: string; readonly lines: readonly LogLine[] }
  | { readonly kind: 'ended'; readonly container: string; readonly message: string | undefined };

export const initialLogs: LogsState = {
  target: undefined,
  lines: [],
  following: true,
  ended: false,
  trouble: undefined,
  search: { text: '', typing: false },
};
