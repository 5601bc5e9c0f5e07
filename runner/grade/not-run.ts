import type { Challenge, Objective } from '../challenge/definition.ts';
import { gradeWorkMessages } from '../language/grade-work.ts';
import type { Language } from '../language/language.ts';
import type { Message } from '../language/message.ts';
import { objectiveTitle, say } from '../language/say.ts';
import type { Verdict } from '../report/report.ts';
import { tellObjective } from '../report/tell.ts';
import type { ToldObjective } from '../report/told-report.ts';

/** What is said of each objective where nothing was run, or where nothing can be told. */
interface Unseen {
  readonly verdict: Verdict;
  readonly finding: Message;
}

/** All objectives of a challenge that nobody has looked at. Pure. */
function notRun(challenge: Challenge, language: Language, of: (objective: Objective) => Unseen): ToldObjective[] {
  const next = gradeWorkMessages[language].handIn(challenge.number);
  return challenge.objectives.map(objective => {
    const { id, points, bonus } = objective;
    const expected = say('submission.expected', { title: objectiveTitle(id) });
    return tellObjective({ id, points, bonus, ...of(objective), expected, next, durationMs: 0 }, challenge, language);
  });
}

/** Nothing was handed in, or nothing that could be run: what is not there is not met. */
export function allFailed(challenge: Challenge, language: Language, finding: Message): ToldObjective[] {
  return notRun(challenge, language, () => ({ verdict: 'fail', finding }));
}

/** The machine's fault: nothing can be told, and nothing is anybody's failure. `reason` is in that language. */
export function allUnknown(challenge: Challenge, language: Language, reason: string): ToldObjective[] {
  return notRun(challenge, language, () => ({ verdict: 'unknown', finding: say('submission.unknown', { reason }) }));
}

/** Only a Compose file was handed in: that fails its own objective, and nothing else was run. */
export function onlyCompose(challenge: Challenge, language: Language, file: string): ToldObjective[] {
  return notRun(challenge, language, ({ check }) =>
    check.kind === 'no-compose'
      ? { verdict: 'fail', finding: say('submission.compose-only', { file }) }
      : { verdict: 'blocked', finding: say('submission.not-run') },
  );
}
