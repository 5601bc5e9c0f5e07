import type { Language } from '../../base/language.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { type ChallengeProgress, type Progress, progressOf, stateOf } from '../../progress/progress.ts';
import { progressMessages } from '../../progress/texts/progress.ts';
import { timeText } from './progress.ts';

/** What is otherwise than before, a line for each challenge; none where nothing is. */
export function differences(
  before: Progress,
  after: Progress,
  challenges: readonly Challenge[],
  language: Language,
): string[] {
  const t = progressMessages[language];
  const ids = [...new Set([...Object.keys(before.challenges), ...Object.keys(after.challenges)])].sort();
  return ids.flatMap(id => {
    const [was, is] = [progressOf(before, id), progressOf(after, id)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const challenge = challenges.find(one => one.id === id);
    const name = challenge === undefined ? t.unknownHere(id) : `${challenge.number} ${challenge.title[language]}`;
    const found = changesOf(was, is, language);
    return [`${name}: ${(found.length === 0 ? [t.change.other] : found).join(', ')}`];
  });
}

function changesOf(was: ChallengeProgress, is: ChallengeProgress, language: Language): string[] {
  const { change: t, state } = progressMessages[language];
  const more = (of: (one: ChallengeProgress) => object) => Object.keys(of(is)).length - Object.keys(of(was)).length;
  const objectives = more(one => one.objectives);
  const hints = more(one => one.hints);
  return [
    ...(stateOf(was) === stateOf(is) ? [] : [t.state(state[stateOf(was)], state[stateOf(is)])]),
    ...(was.best.earned === is.best.earned ? [] : [t.points(was.best.earned, is.best.earned)]),
    ...(was.best.bonus === is.best.bonus ? [] : [t.bonus(was.best.bonus, is.best.bonus)]),
    ...(objectives > 0 ? [t.objectives(objectives)] : []),
    ...(hints > 0 ? [t.hints(hints)] : []),
    ...(was.spentMs === is.spentMs ? [] : [t.time(timeText(was.spentMs, language), timeText(is.spentMs, language))]),
    ...(was.solutionSeenAt === undefined && is.solutionSeenAt !== undefined ? [t.solution] : []),
  ];
}
