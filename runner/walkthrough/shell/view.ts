import { walkthroughMessages } from '../../language/walkthrough.ts';
import type { Attempt, State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { rule } from '../text/line.ts';
import { exactly } from '../views/window.ts';

/** The shell's pane, heading included: exactly so many lines. */
export function shellLines(state: State, attempt: Attempt, width: number, height: number): Line[] {
  const t = walkthroughMessages[state.language];
  const session = state.shell.sessions[attempt.challenge.id];
  const heading = rule(`${t.panel.shell} ${session?.folder ?? ''}`, width, 'Ctrl-T');
  return [heading, ...exactly(session?.rows ?? [], height - 1)];
}
