import type { State } from '../state.ts';
import type { ShellEvent, ShellState, ShellView } from './state.ts';

/** What a shell shows after an event. */
export function reduceShell(shell: ShellState, { challenge, change }: ShellEvent): ShellState {
  const view = { ...(shell.sessions[challenge] ?? nothing), ...change };
  return { ...shell, sessions: { ...shell.sessions, [challenge]: view } };
}

/** Moves the keys into the shell, opening its pane, or back to the lab. */
export function focusShell(state: State, focused: boolean): State {
  return { ...state, shell: { ...state.shell, focused, open: state.shell.open || focused } };
}

/** Gives the shell the whole height, or takes it back. */
export function zoomShell(state: State): State {
  return { ...state, shell: { ...state.shell, open: true, zoomed: !state.shell.zoomed } };
}

const nothing: ShellView = {
  folder: '',
  rows: [],
  scrolledBack: 0,
  ended: undefined,
  trouble: undefined,
  busy: false,
};
