import type * as v from 'valibot';
import type { Challenge } from '../../challenge/definition.ts';
import { findChallenge } from '../../challenge/load.ts';
import { readFormat } from '../../format/read-format.ts';
import { type BookFile, bookError } from '../book-file.ts';
import { overridesSchema } from '../overrides-schema.ts';
import { gradeBookMessages } from '../texts/book.ts';
import type { Overrides, PartOverride, StudentOverride } from './rubric.ts';

type Written = NonNullable<v.InferOutput<typeof overridesSchema>['students']>[string];

/**
 * Reads an instructor's overrides. A challenge or an objective that there is not becomes a remark: the file is kept for
 * years, and challenges change. Throws UsageError for what cannot be read. `challenges`: all that there are.
 */
export function parseOverrides(text: string, challenges: readonly Challenge[], from: BookFile): Overrides {
  const read = readFormat(text, overridesSchema);
  if (read.kind === 'wrong') throw bookError(read.problems, from);
  const remarks: string[] = [];
  const students = Object.entries(read.value.students ?? {}).map(([id, written]): [string, StudentOverride] => [
    id,
    studentOverride(id, written, challenges, from, remarks),
  ]);
  return { students: new Map(students), remarks };
}

function studentOverride(
  id: string,
  { final, comment = '', challenges = {} }: Written,
  known: readonly Challenge[],
  { language }: BookFile,
  remarks: string[],
): StudentOverride {
  const t = gradeBookMessages[language];
  const parts = new Map<string, PartOverride>();
  for (const [word, { points, objectives = {} }] of Object.entries(challenges)) {
    const challenge = findChallenge(known, word);
    if (challenge === undefined) {
      remarks.push(t.overrideChallenge(id, word));
      continue;
    }
    for (const objective of Object.keys(objectives))
      if (challenge.objectives.every(own => own.id !== objective))
        remarks.push(t.overrideObjective(id, challenge.id, objective));
    parts.set(challenge.id, { points, objectives: new Map(Object.entries(objectives)) });
  }
  return { final, comment, challenges: parts };
}
