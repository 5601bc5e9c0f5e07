import type { Challenge } from '../../challenge/definition.ts';
import { allUnknown } from '../../gradebook/not-run.ts';
import { partResult } from '../../gradebook/part-result.ts';
import type { PartResult, SubmissionResult } from '../../gradebook/result.ts';
import { say } from '../../language/say.ts';
import type { Run } from './run.ts';

/** A run, and what its folder is called. */
export interface NamedRun {
  readonly name: string;
  readonly run: Run;
}

/** Two folders that say different things of one challenge of one submission. */
export interface Conflict {
  readonly submission: string;
  readonly challenge: string;
  readonly folders: readonly string[];
  /** What is not the same: what was handed in, the lab, or neither. */
  readonly why: 'submission' | 'grader' | 'machine';
}

/** What several runs come to together. */
export interface Merged {
  /** In the order given. */
  readonly challenges: readonly Challenge[];
  readonly results: readonly SubmissionResult[];
  readonly handedIn: Run['handedIn'];
  readonly conflicts: readonly Conflict[];
}

/** One folder's word on a part. */
interface Word {
  readonly name: string;
  readonly part: PartResult;
  readonly handedIn: string;
}

/**
 * Puts the runs of several machines together. What only one of them has looked at is as it says; what several say alike is taken from the last.
 * What one could not tell is as the other says, where both had the same to look at. Where they say different things, nobody here can tell who
 * is right: it is a conflict, and `unknown`, so that an instructor looks. `challenges`: all that there are. Pure.
 */
export function mergeRuns(runs: readonly NamedRun[], challenges: readonly Challenge[]): Merged {
  const graded = challenges.filter(({ id }) => runs.some(({ run }) => run.challenges.includes(id)));
  const conflicts: Conflict[] = [];
  const handedIn: Record<string, Record<string, string>> = {};
  const results = [...new Set(runs.flatMap(({ run }) => run.results.map(({ id }) => id)))].map(id => {
    const told = runs.flatMap(({ name, run }) =>
      run.results.filter(one => one.id === id).map(result => ({ name, run, result })),
    );
    const parts = graded.flatMap(challenge => {
      const words = told.flatMap(({ name, run, result }): Word[] =>
        result.works
          .filter(part => part.challenge === challenge.id)
          .map(part => ({ name, part, handedIn: run.handedIn[id]?.[challenge.id] ?? '' })),
      );
      const merged = mergePart(id, challenge, words);
      if (merged === undefined) return [];
      if (merged.conflict !== undefined) conflicts.push(merged.conflict);
      handedIn[id] = { ...handedIn[id], [challenge.id]: merged.handedIn };
      return [merged.part];
    });
    const whole = told.findLast(({ result }) => result.works.some(({ attempts }) => attempts > 0)) ?? told[0];
    return {
      schema: 'lab.submission/2' as const,
      id,
      source: whole?.result.source ?? '',
      works: parts,
      remarks: whole?.result.remarks ?? [],
    };
  });
  return { challenges: graded, results, handedIn, conflicts };
}

function mergePart(id: string, challenge: Challenge, words: readonly Word[]) {
  const looked = words.filter(({ part }) => part.attempts > 0);
  const word = looked.findLast(({ part }) => !isOpen(part)) ?? looked.at(-1) ?? words.at(-1);
  if (word === undefined) return undefined;
  const rival = looked.find(other => disagree(other, word));
  if (rival === undefined) return { ...word, conflict: undefined };
  const why =
    rival.handedIn !== word.handedIn ? 'submission' : rival.part.digest !== word.part.digest ? 'grader' : 'machine';
  const folders = looked.map(({ name }) => name);
  const conflict: Conflict = { submission: id, challenge: challenge.id, folders, why };
  return { part: conflicting(challenge, word.part, folders), handedIn: word.handedIn, conflict };
}

function isOpen({ outcome, objectives }: PartResult): boolean {
  return outcome === 'unknown' || objectives.some(({ verdict }) => verdict === 'unknown');
}

/** Whether two say different things, or speak of different submissions. Whoever could not tell says nothing against the other. */
function disagree(one: Word, other: Word): boolean {
  if (one.handedIn !== other.handedIn) return true;
  const differ = (first: string | undefined, second: string | undefined) =>
    first !== undefined && second !== undefined && first !== 'unknown' && second !== 'unknown' && first !== second;
  const verdictIn = (part: PartResult, id: string) => part.objectives.find(objective => objective.id === id)?.verdict;
  return (
    differ(one.part.outcome, other.part.outcome) ||
    one.part.objectives.some(({ id, verdict }) => differ(verdict, verdictIn(other.part, id)))
  );
}

function conflicting(
  challenge: Challenge,
  { path, instructions, remarks, at }: PartResult,
  folders: readonly string[],
) {
  const reason = say('fault.merge-conflict', { folders });
  const told = partResult(
    { challenge, part: { path, plan: { kind: '', file: instructions }, remarks } },
    { outcome: 'unknown', reason, objectives: allUnknown(challenge, reason) },
    { digest: '', attempts: 1, at, durationMs: 0 },
  );
  return told;
}
