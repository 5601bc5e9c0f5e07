import { focused, standingOf, verdictOn } from './objectives.ts';
import type { Attempt } from './state.ts';

/** How many levels a hint has: the idea, the Docker feature, the command. */
export const maxHints = 3;

/**
 * How much the learner has asked for about an objective, from 0 to 3. The command is only shown as long as it is the one
 * that was asked for: when the state has changed and another would help, that one has to be asked for, too.
 */
export function hintLevel(attempt: Attempt, objective: string): number {
  const level = attempt.hints[objective] ?? 0;
  const isOther = level === maxHints && attempt.hinted[objective] !== nextOf(attempt, objective);
  return isOther ? maxHints - 1 : level;
}

/** One level more for the objective in focus; after the last one, none. */
export function hintedMore(attempt: Attempt): Partial<Attempt> {
  const id = focused(attempt)?.id;
  if (id === undefined) return {};
  const level = (hintLevel(attempt, id) + 1) % (maxHints + 1);
  return {
    hints: { ...attempt.hints, [id]: level },
    hinted: level === maxHints ? { ...attempt.hinted, [id]: nextOf(attempt, id) } : attempt.hinted,
  };
}

/** The command of the third hint on the objective in focus, where it is shown. */
export function shownCommand(attempt: Attempt): string | undefined {
  const objective = focused(attempt);
  if (objective === undefined || attempt.trouble !== undefined) return undefined;
  const command = nextOf(attempt, objective.id);
  const isShown = command !== '' && standingOf(attempt, objective.id) !== 'met';
  return isShown && hintLevel(attempt, objective.id) === maxHints ? command : undefined;
}

function nextOf(attempt: Attempt, objective: string): string {
  return verdictOn(attempt, objective)?.next ?? '';
}
