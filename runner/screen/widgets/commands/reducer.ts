import { type Next, quiet } from '../../effects/next.ts';
import type { Intent } from '../../intent.ts';
import type { Attempt, State } from '../../state.ts';
import { layoutOf } from '../../views/layout.ts';
import { maxBack } from './rows.ts';

/** What a key does while the command log has the keys. */
export function reduceCommands(state: State, attempt: Attempt, intent: Intent): Next {
  return quiet(scrolledLog(state, attempt, intent));
}

function scrolledLog(state: State, attempt: Attempt, intent: Intent): State {
  const { side, commands: height } = layoutOf(attempt.challenge, state.size, state.shell);
  const { back } = state.commands;
  const to = (wanted: number): State => {
    const limit = maxBack(state, attempt, side, height);
    return { ...state, commands: { back: Math.max(0, Math.min(wanted, limit)) } };
  };
  switch (intent) {
    case 'up':
      return to(back + 1);
    case 'down':
      return to(back - 1);
    case 'page-up':
      return to(back + Math.max(1, height - 2));
    case 'page-down':
      return to(back - Math.max(1, height - 2));
    case 'first':
      return to(Number.MAX_SAFE_INTEGER);
    case 'last':
      return to(0);
    default:
      return state;
  }
}
