import { detailHeight } from './detail/rows.ts';
import { type Next, quiet } from './effects/next.ts';
import { hintedMore, shownCommand } from './hints.ts';
import type { Intent } from './intent.ts';
import { firstLeft, focused } from './objectives.ts';
import { scrolledTo } from './scrolled.ts';
import type { Attempt, State } from './state.ts';
import { withAttempt } from './widgets/progress/with-attempt.ts';
import { typeForMe } from './widgets/shell/reducer.ts';

/** What a key does while the objectives have the keys. */
export function reduceObjectives(state: State, attempt: Attempt, intent: Intent): Next {
  const objectives = attempt.challenge.objectives;
  const at = objectives.findIndex(objective => objective.id === focused(attempt)?.id);
  const choose = (index: number) => {
    const chosen = objectives[Math.max(0, Math.min(objectives.length - 1, index))]?.id;
    return quiet({ ...withAttempt(state, { chosen }), scroll: 0 });
  };
  switch (intent) {
    case 'up':
      return choose(at === -1 ? objectives.length - 1 : at - 1);
    case 'down':
      return choose(at === -1 ? firstLeft(attempt) : at + 1);
    case 'first':
      return choose(0);
    case 'last':
      return choose(objectives.length - 1);
    case 'page-up':
      return quiet(scrolledTo(state, state.scroll - detailHeight(state)));
    case 'page-down':
      return quiet(scrolledTo(state, state.scroll + detailHeight(state)));
    case 'hint':
      return quiet({ ...withAttempt(state, hintedMore(attempt)), scroll: 0 });
    case 'run-for-me':
      return runForMe(state, attempt);
    default:
      return quiet(state);
  }
}

/** Has the command of the third hint typed into the shell. Where it is not shown, nothing is done. */
function runForMe(state: State, attempt: Attempt): Next {
  const command = shownCommand(attempt);
  return command === undefined ? quiet(state) : typeForMe({ ...state, scroll: 0 }, attempt, command);
}
