import type { Verdict } from '../../checks/verdict.ts';
import type { PartResult } from '../../gradebook/result.ts';
import type { Run } from './run.ts';

/**
 * Why something is not as it was: another submission, another lab, or neither, which leaves the machine; `first` where one of the two runs had
 * not looked; `book` where nothing was seen differently, so that it was the rubric, the roster or the overrides.
 */
export type ChangeReason = 'submission' | 'grader' | 'machine' | 'first' | 'book';

/** What changed for a student: an objective's verdict, a part's outcome, or, with neither, the grade. */
export interface Change {
  /** The submission's id, or the student's where it is about the grade. */
  readonly id: string;
  /** The challenge's id; `undefined` for the grade. */
  readonly challenge?: string;
  /** The objective's id; `undefined` for a part's outcome. */
  readonly objective?: string;
  readonly from: Verdict | PartResult['outcome'] | number | undefined;
  readonly to: Verdict | PartResult['outcome'] | number | undefined;
  readonly why: ChangeReason;
}

/** What changed between two runs, by student, challenge and objective. Pure. */
export function runChanges(before: Run, after: Run): Change[] {
  const ids = [...new Set([...after.results, ...before.results].map(({ id }) => id))];
  const seen = ids.flatMap(id => submissionChanges(id, before, after));
  const students = [...new Set([...Object.keys(after.finals), ...Object.keys(before.finals)])];
  const grades = students.flatMap((id): Change[] => {
    const [from, to] = [before.finals[id], after.finals[id]];
    if (from === to) return [];
    // A team member's id begins with the team's.
    const own = seen.find(change => change.id === id || id.startsWith(`${change.id} · `));
    return [{ id, from, to, why: own?.why ?? 'book' }];
  });
  return [...grades, ...seen];
}

function submissionChanges(id: string, before: Run, after: Run): Change[] {
  const partOf = (run: Run, challenge: string) =>
    run.results.find(one => one.id === id)?.works.find(part => part.challenge === challenge);
  const challenges = [...new Set([...after.challenges, ...before.challenges])];
  return challenges.flatMap(challenge => {
    const [was, is] = [partOf(before, challenge), partOf(after, challenge)];
    // A challenge that one of the runs was not about has not changed.
    if (!before.challenges.includes(challenge) || !after.challenges.includes(challenge)) return [];
    const why = reasonOf(id, challenge, was, is, before, after);
    const changes: Change[] =
      was?.outcome === is?.outcome ? [] : [{ id, challenge, from: was?.outcome, to: is?.outcome, why }];
    const objectives = [...new Set([...(is?.objectives ?? []), ...(was?.objectives ?? [])].map(one => one.id))];
    for (const objective of objectives) {
      const verdictIn = (part: PartResult | undefined) => part?.objectives.find(one => one.id === objective)?.verdict;
      const [from, to] = [verdictIn(was), verdictIn(is)];
      if (from !== to) changes.push({ id, challenge, objective, from, to, why });
    }
    return changes;
  });
}

function reasonOf(
  id: string,
  challenge: string,
  was: PartResult | undefined,
  is: PartResult | undefined,
  before: Run,
  after: Run,
): ChangeReason {
  if (was?.attempts === 0 || is?.attempts === 0) return 'first';
  if (before.handedIn[id]?.[challenge] !== after.handedIn[id]?.[challenge]) return 'submission';
  // The digest is of the submission, the challenge and the lab: the first is the same.
  return was?.digest === is?.digest ? 'machine' : 'grader';
}
