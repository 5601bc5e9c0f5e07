import type { Challenge } from '../../challenge/definition.ts';
import type { PartResult } from '../../gradebook/result.ts';
import type { Part, Submission } from '../submission.ts';

/** One challenge of one submission: what is judged, kept and looked up as one. */
export interface Task {
  readonly submission: Submission;
  readonly challenge: Challenge;
  /** `undefined` if nothing was handed in for it. */
  readonly part: Part | undefined;
  /** Of all that decides its result. */
  readonly digest: string;
}

/** A task, and what became of it. */
export interface Told {
  readonly task: Task;
  readonly result: PartResult;
}

/** All that there is to judge: submission by submission, challenges in the order given. Pure. */
export function tasksOf(
  submissions: readonly Submission[],
  challenges: readonly Challenge[],
  digest: (part: Part | undefined, challenge: Challenge) => string,
): Task[] {
  return submissions.flatMap(submission =>
    challenges.map(challenge => {
      const part = submission.parts.find(one => one.challenge === challenge.id);
      return { submission, challenge, part, digest: digest(part, challenge) };
    }),
  );
}

/** Whether an engine is needed to tell what becomes of it. */
export function needsSandbox({ part }: Task): boolean {
  return part?.plan.kind === 'script';
}

/** What of a result says how it stands, as data or in words. */
interface Outlook {
  readonly outcome: PartResult['outcome'];
  readonly objectives: readonly Pick<PartResult['objectives'][number], 'bonus' | 'verdict'>[];
}

/** Whether something of it could not be told: an instructor has to look. */
export function isUnknown({ outcome, objectives }: Outlook): boolean {
  return outcome === 'unknown' || objectives.some(({ verdict }) => verdict === 'unknown');
}
