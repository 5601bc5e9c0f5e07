import type { Challenge, Objective } from '../challenge/definition.ts';
import { gradeWorkMessages } from '../language/grade-work.ts';
import type { Language } from '../language/language.ts';
import type { ObjectiveReport, Verdict } from '../report/report.ts';

/** What is said of each objective where nothing was run, or where nothing can be told. */
export interface Said {
  readonly verdict: Verdict;
  readonly observed: string;
}

/** All objectives of a challenge that nobody has looked at. Pure. */
function notRun(challenge: Challenge, language: Language, say: (objective: Objective) => Said): ObjectiveReport[] {
  const t = gradeWorkMessages[language];
  return challenge.objectives.map(objective => ({
    id: objective.id,
    title: objective.title[language],
    points: objective.points,
    bonus: objective.bonus,
    ...say(objective),
    expected: t.notRunExpected(objective.title[language]),
    why: objective.why[language],
    next: t.handIn(challenge.number),
    durationMs: 0,
  }));
}

/** Nothing was handed in, or nothing that could be run: what is not there is not met. */
export function allFailed(challenge: Challenge, language: Language, observed: string): ObjectiveReport[] {
  return notRun(challenge, language, () => ({ verdict: 'fail', observed }));
}

/** The machine's fault: nothing can be told, and nothing is anybody's failure. */
export function allUnknown(challenge: Challenge, language: Language, observed: string): ObjectiveReport[] {
  return notRun(challenge, language, () => ({ verdict: 'unknown', observed }));
}

/** Only a Compose file was handed in: that fails its own objective, and nothing else was run. */
export function onlyCompose(challenge: Challenge, language: Language, file: string): ObjectiveReport[] {
  const t = gradeWorkMessages[language];
  return notRun(challenge, language, ({ check }) =>
    check.kind === 'no-compose'
      ? { verdict: 'fail', observed: t.composeObserved(file) }
      : { verdict: 'blocked', observed: t.notRun },
  );
}
