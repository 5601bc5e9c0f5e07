import type { Message } from '../base/message.ts';
import type { Challenge, Objective } from '../challenge/definition.ts';
import type { Verdict } from '../checks/verdict.ts';
import { objectiveTitle, say } from '../language/say.ts';
import type { ObjectiveReport } from '../verdict/report.ts';

/** What is said of each objective where nothing was run, or where nothing can be told. */
interface Unseen {
  readonly verdict: Verdict;
  readonly finding: Message;
}

/** All objectives of a challenge that nobody has looked at. Pure. */
function notRun(challenge: Challenge, of: (objective: Objective) => Unseen): ObjectiveReport[] {
  const next = `lab start ${challenge.number}`;
  return challenge.objectives.map(objective => {
    const { id, points, bonus } = objective;
    const expected = say('submission.expected', { title: objectiveTitle(id) });
    return { id, points, bonus, ...of(objective), expected, next, durationMs: 0 };
  });
}

/** Nothing was handed in, or nothing that could be run: what is not there is not met. */
export function allFailed(challenge: Challenge, finding: Message): ObjectiveReport[] {
  return notRun(challenge, () => ({ verdict: 'fail', finding }));
}

/** The machine's fault: nothing can be told, and nothing is anybody's failure. */
export function allUnknown(challenge: Challenge, reason: Message): ObjectiveReport[] {
  return notRun(challenge, () => ({ verdict: 'unknown', finding: say('submission.unknown', { reason }) }));
}

/** Only a Compose file was handed in: that fails its own objective, and nothing else was run. */
export function onlyCompose(challenge: Challenge, file: string): ObjectiveReport[] {
  return notRun(challenge, ({ check }) =>
    check.kind === 'no-compose'
      ? { verdict: 'fail', finding: say('submission.compose-only', { file }) }
      : { verdict: 'blocked', finding: say('submission.not-run') },
  );
}
