import type { Challenge } from '../../challenge/definition.ts';
import type { Verdict } from '../../checks/verdict.ts';
import type { Outcome, PartResult, SubmissionResult } from '../../gradebook/result.ts';
import type { PartName, PartStore, StoredPart } from '../../grading/queue/part-store.ts';
import type { Task } from '../../grading/queue/task.ts';
import type { Part, Submission } from '../../grading/submission.ts';
import { scoreOf } from '../../verdict/report.ts';
import { fiveChallenges } from './five-challenges.ts';
import { verbatim } from './verbatim.ts';

/** The challenge of the five with this number. */
export function challengeNumber(number: number): Challenge {
  const found = fiveChallenges.find(one => one.number === number);
  if (found === undefined) throw new Error(`there is no challenge ${number}`);
  return found;
}

/** A part with a script; `content` stands for all that is in it. */
export function fakePart(challenge: Challenge, content = 'x'): Part {
  return {
    challenge: challenge.id,
    folder: `/class/somebody/${challenge.id}`,
    path: challenge.id,
    digest: content,
    plan: { kind: 'script', file: 'up.sh', script: 'bash up.sh', builder: 'classic', binds: {}, paths: {} },
    remarks: [],
  };
}

/** A submission with a script for each of these challenges. */
export function fakeSubmission(id: string, challenges: readonly Challenge[], content = 'x'): Submission {
  return { id, source: id, parts: challenges.map(one => fakePart(one, content)), remarks: [] };
}

export function fakeTask(id: string, challenge: Challenge = challengeNumber(1), digest = 'd'): Task {
  const submission = fakeSubmission(id, [challenge]);
  return { submission, challenge, part: submission.parts[0], digest };
}

/** A result with the same verdict for all objectives. */
export function fakeResult(
  { challenge, digest }: Pick<Task, 'challenge' | 'digest'>,
  { verdict = 'pass', outcome = 'graded' }: { readonly verdict?: Verdict; readonly outcome?: Outcome } = {},
): PartResult {
  const objectives = challenge.objectives.map(({ id, points, bonus }) => {
    const texts = { finding: verbatim(''), expected: verbatim(''), next: '' };
    return { id, ...texts, points, bonus, verdict, durationMs: 1 };
  });
  return {
    challenge: challenge.id,
    outcome,
    ...(outcome === 'graded' ? {} : { reason: verbatim(`it was ${outcome}`) }),
    path: challenge.id,
    instructions: 'up.sh',
    objectives,
    score: scoreOf(objectives),
    bindings: [{ role: 'server', name: undefined, how: 'none', because: [], candidates: [] }],
    script: {
      ...{ exitCode: 0, endedBy: 'itself', failingCommand: '', lastLines: [], leftRunning: [], durationMs: 1 },
    },
    logs: [],
    refusals: [],
    remarks: [],
    digest,
    attempts: 1,
    at: '2026-11-21T12:00:00.000Z',
    durationMs: 1,
  };
}

/** A store in memory: what a disk would hold when the process is gone. */
export interface MemoryStore extends PartStore {
  readonly works: Map<string, StoredPart>;
  readonly submissions: Map<string, SubmissionResult>;
}

export function memoryStore(): MemoryStore {
  const parts = new Map<string, StoredPart>();
  const submissions = new Map<string, SubmissionResult>();
  const key = ({ submission, challenge }: PartName) => `${submission}/${challenge}`;
  return {
    works: parts,
    submissions,
    read: async name => parts.get(key(name)),
    keep: async (name, stored) => void parts.set(key(name), stored),
    keepSubmission: async result => void submissions.set(result.id, result),
  };
}
