import { useApp } from 'ink';
import { useEffect } from 'react';
import type { ScreenTerminal } from '../../terminal/screen-terminal.ts';

/** Gives the terminal to the shell while the lab is stopped, and draws anew when it goes on. */
export function useSuspend(terminal: Pick<ScreenTerminal, 'whenStopped'>): void {
  const { suspendTerminal } = useApp();
  useEffect(() => {
    terminal.whenStopped(async () => {
      const suspended = await suspendTerminal();
      return () => suspended.resume();
    });
  }, [terminal, suspendTerminal]);
}
