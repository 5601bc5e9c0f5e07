import type { State } from '../../state.ts';
import { layoutOf } from '../../views/layout.ts';
import { maxBack } from './rows.ts';

/** The state after something happened, with the same rows of the command log in sight where somebody reads back in it. */
export function keepingLogPlace(before: State, after: State): State {
  const { back } = before.commands;
  if (back === 0 || before.attempt === undefined || after.attempt === undefined) return after;
  if (before.attempt.log === after.attempt.log || before.attempt.challenge !== after.attempt.challenge) return after;
  const { side, commands: height } = layoutOf(after.attempt.challenge, after.size, after.shell);
  const most = maxBack(after, after.attempt, side, height);
  const more = most - maxBack(before, before.attempt, side, height);
  return { ...after, commands: { back: Math.max(1, Math.min(most, back + more)) } };
}
