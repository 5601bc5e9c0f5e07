import { asking, type Next, quiet } from '../../effects/next.ts';
import type { Attempt, State } from '../../state.ts';
import type { ShellEffect } from './effect.ts';
import { paneSize } from './pane.ts';
import type { ShellEvent, ShellState, ShellView } from './state.ts';

/** What a shell shows after an event. */
export function reduceShell(state: State, { challenge, change }: ShellEvent): Next {
  const { shell } = state;
  const view = { ...(shell.sessions[challenge] ?? nothing), ...change };
  const sessions = { ...shell.sessions, [challenge]: view };
  return quiet({ ...state, shell: { ...shell, sessions, leaving: shell.leaving && isAnyBusy(sessions) } });
}

/** Moves the keys into the shell, opening its pane, or back to the lab. */
export function focusShell(state: State, focused: boolean): State {
  return { ...state, shell: { ...state.shell, focused, open: state.shell.open || focused } };
}

/** Gives the lab the keys back. Whether a program runs in the shell has to be known before the next key: it may be `q`. */
export function leaveShell(state: State): Next {
  const left = focusShell(state, false);
  if (state.attempt === undefined) return quiet(left);
  return asking(left, { to: 'shell', kind: 'look', challenge: state.attempt.challenge });
}

/** Passes on what is typed while the shell has the keys. */
export function typedInShell(state: State, keys: string): Next {
  if (state.attempt === undefined) return quiet(state);
  return asking(state, { to: 'shell', kind: 'write', challenge: state.attempt.challenge, keys });
}

/** Has a command typed into the shell, which is opened for that. */
export function typeForMe(state: State, attempt: Attempt, command: string): Next {
  const open: State = { ...state, shell: { ...state.shell, open: true } };
  const of = { to: 'shell', challenge: attempt.challenge } as const;
  const opening: ShellEffect = { ...of, kind: 'open', size: paneSize(attempt, open), language: state.language };
  return asking(open, opening, { ...of, kind: 'type', command });
}

/** Gives the shell the whole height, or takes it back. */
export function zoomShell(state: State): State {
  return { ...state, shell: { ...state.shell, open: true, zoomed: !state.shell.zoomed } };
}

/** Leaves the lab; where a program would be ended by that, only when asked for twice. */
export function leaveOrAsk(state: State): Next {
  if (!isAnyBusy(state.shell.sessions) || state.shell.leaving) return asking(state, { to: 'terminal', kind: 'leave' });
  return quiet({ ...state, shell: { ...state.shell, leaving: true } });
}

/** Takes the question back whether to leave. */
export function stayed(state: State): State {
  return state.shell.leaving ? { ...state, shell: { ...state.shell, leaving: false } } : state;
}

function isAnyBusy(sessions: ShellState['sessions']): boolean {
  return Object.values(sessions).some(({ busy, ended }) => busy && ended === undefined);
}

const nothing: ShellView = {
  folder: '',
  rows: [],
  cursor: undefined,
  scrolledBack: 0,
  ended: undefined,
  trouble: undefined,
  busy: false,
};
