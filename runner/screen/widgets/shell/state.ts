import type { Line } from '../../../base/text/line.ts';

/** The pane with the learner's own shell in it. */
export interface ShellState {
  /** True if the pane is on the screen. */
  readonly open: boolean;
  /** True while keys go to the shell and not to the lab. */
  readonly focused: boolean;
  /** True if the pane has the whole height. */
  readonly zoomed: boolean;
  /** What each challenge's shell shows, by the challenge's id; nothing before it is opened. */
  readonly sessions: Readonly<Record<string, ShellView>>;
  /** True while the learner is asked whether to leave though a program runs in a shell. */
  readonly leaving: boolean;
}

/** One shell as it looks now. */
export interface ShellView {
  /** The folder in which it began, as told to people. */
  readonly folder: string;
  readonly rows: readonly Line[];
  /** Where it is among the rows; `undefined` if it cannot be seen. */
  readonly cursor: { readonly row: number; readonly column: number } | undefined;
  /** How many lines above the bottom it is scrolled back. */
  readonly scrolledBack: number;
  /** The exit code of the shell, once it has ended. */
  readonly ended: number | undefined;
  /** Why there is no shell, or a command could not be typed. */
  readonly trouble: string | undefined;
  /** True while a program that is not the shell is in the foreground. */
  readonly busy: boolean;
}

/** What the shells tell. */
export type ShellEvent = { readonly challenge: string; readonly change: Partial<ShellView> };

/** No shell opened, its pane closed. */
export const initialShell: ShellState = {
  open: false,
  focused: false,
  zoomed: false,
  sessions: {},
  leaving: false,
};
