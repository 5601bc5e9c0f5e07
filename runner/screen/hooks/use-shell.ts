import { useCallback, useEffect, useRef } from 'react';
import type { Challenge } from '../../challenge/definition.ts';
import type { ShellPort } from '../ports.ts';
import type { ScreenEvent, State } from '../state.ts';
import { isTooSmall, layoutOf } from '../views/layout.ts';

/** Opens the challenge's shell when the learner goes there, keeps its size, and types for the learner. */
export function useShell(shell: ShellPort, state: State, dispatch: (event: ScreenEvent) => void): void {
  const { attempt, language, size } = state;
  const { open, focused, typing } = state.shell;
  const challenge = attempt?.challenge;
  const pane = attempt === undefined ? undefined : layoutOf(attempt.challenge, size, state.shell).shell;
  const isShown = pane !== undefined && pane.rows > 1 && open && !isTooSmall(size);
  const columns = pane?.columns ?? 0;
  const rows = (pane?.rows ?? 1) - 1;
  const latest = useRef({ language, columns, rows });
  latest.current = { language, columns, rows };

  // Only where the learner goes, or has something typed: it may make a folder, and anew what has ended.
  const opened = useCallback(
    (its: Challenge) => {
      const now = latest.current;
      shell.open(its, { columns: now.columns, rows: now.rows }, now.language, change => {
        dispatch({ kind: 'shell', event: { challenge: its.id, change } });
      });
    },
    [shell, dispatch],
  );

  useEffect(() => {
    if (isShown && focused && challenge !== undefined) opened(challenge);
  }, [opened, challenge, isShown, focused]);

  useEffect(() => {
    if (isShown && challenge !== undefined) shell.resize(challenge, { columns, rows });
  }, [shell, challenge, isShown, columns, rows]);

  const typed = useRef(typing?.number);
  useEffect(() => {
    if (typing === undefined || typing.number === typed.current || challenge === undefined) return;
    typed.current = typing.number;
    opened(challenge);
    void shell.type(challenge, typing.command);
  }, [shell, opened, challenge, typing]);
}
