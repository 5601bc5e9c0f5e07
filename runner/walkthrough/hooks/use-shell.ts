import { useEffect, useRef } from 'react';
import type { ShellPort } from '../ports.ts';
import type { ShellView } from '../shell/state.ts';
import type { ScreenEvent, State } from '../state.ts';
import { isTooSmall, layoutOf } from '../views/layout.ts';

/** Opens the challenge's shell when its pane is shown, keeps its size, and types for the learner. */
export function useShell(shell: ShellPort, state: State, dispatch: (event: ScreenEvent) => void): void {
  const { attempt, language, size } = state;
  const { open, focused, typing } = state.shell;
  const challenge = attempt?.challenge;
  const pane = attempt === undefined ? undefined : layoutOf(attempt.challenge, size, state.shell).shell;
  const isShown = pane !== undefined && pane.rows > 1 && open && !isTooSmall(size);
  const columns = pane?.columns ?? 0;
  const rows = (pane?.rows ?? 1) - 1;
  const hasEnded = challenge !== undefined && state.shell.sessions[challenge.id]?.ended !== undefined;
  const latest = useRef({ language, columns, rows, hasEnded });
  latest.current = { language, columns, rows, hasEnded };

  useEffect(() => {
    const now = latest.current;
    // One that has ended stays as it is, until the learner goes there.
    if (!isShown || challenge === undefined || (now.hasEnded && !focused)) return;
    const tell = (change: Partial<ShellView>) => {
      dispatch({ kind: 'shell', event: { challenge: challenge.id, change } });
    };
    shell.open(challenge, { columns: now.columns, rows: now.rows }, now.language, tell);
  }, [shell, challenge, isShown, focused, dispatch]);

  useEffect(() => {
    if (isShown && challenge !== undefined) shell.resize(challenge, { columns, rows });
  }, [shell, challenge, isShown, columns, rows]);

  const typed = useRef(typing?.number);
  useEffect(() => {
    if (typing === undefined || typing.number === typed.current || challenge === undefined) return;
    typed.current = typing.number;
    void shell.type(challenge, typing.command);
  }, [shell, challenge, typing]);
}
