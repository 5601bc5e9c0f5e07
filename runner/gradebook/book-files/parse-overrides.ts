import type { Challenge } from '../../challenge/definition.ts';
import { findChallenge } from '../../challenge/load.ts';
import { mostPoints } from '../points.ts';
import { gradeBookMessages } from '../texts/book.ts';
import { type JsonFile, type JsonPlace, jsonOf } from './json-place.ts';
import type { Overrides, StudentOverride, WorkOverride } from './rubric.ts';

const schema = 'lab.overrides/1';
const schemaExample = `"schema": "${schema}"`;
const studentExample = '"ana": { "final": 87.5, "comment": "Shown to me in class." }';

/**
 * Reads an instructor's overrides. A challenge or an objective that there is not becomes a remark: the file is kept for
 * years, and challenges change. Throws UsageError for what cannot be read. `challenges`: all that there are.
 */
export function parseOverrides(text: string, challenges: readonly Challenge[], from: JsonFile): Overrides {
  const whole = jsonOf(text, from);
  const fields = whole.fields(['schema', 'students'], `{ ${schemaExample}, "students": { ${studentExample} } }`);
  if (fields.schema?.value !== schema)
    throw (fields.schema ?? whole).wrong(gradeBookMessages[from.language].schema(schema), schemaExample);
  const remarks: string[] = [];
  const students = new Map<string, StudentOverride>();
  for (const [id, place] of fields.students?.entries(`"students": { ${studentExample} }`) ?? [])
    students.set(id, studentOverride(id, place, challenges, from, remarks));
  return { students, remarks };
}

function studentOverride(
  id: string,
  place: JsonPlace,
  known: readonly Challenge[],
  from: JsonFile,
  remarks: string[],
): StudentOverride {
  const t = gradeBookMessages[from.language];
  const { final, comment, challenges } = place.fields(['final', 'comment', 'challenges'], studentExample);
  const works = new Map<string, WorkOverride>();
  for (const [word, one] of challenges?.entries('"challenges": { "2": { "points": 18 } }') ?? []) {
    const challenge = findChallenge(known, word);
    const work = workOverride(one, from);
    if (challenge === undefined) {
      remarks.push(t.overrideChallenge(id, word));
      continue;
    }
    for (const objective of work.objectives.keys())
      if (challenge.objectives.every(own => own.id !== objective))
        remarks.push(t.overrideObjective(id, challenge.id, objective));
    works.set(challenge.id, work);
  }
  return {
    final: final?.number(t.points(mostPoints), '"final": 87.5'),
    comment: comment?.text('"comment": "Shown to me in class."') ?? '',
    challenges: works,
  };
}

function workOverride(place: JsonPlace, { language }: JsonFile): WorkOverride {
  const t = gradeBookMessages[language];
  const { points, objectives } = place.fields(['points', 'objectives'], '"2": { "points": 18 }');
  const entries = objectives?.entries('"objectives": { "no-compose": 1 }') ?? [];
  return {
    points: points?.number(t.points(mostPoints), '"points": 18'),
    objectives: new Map(entries.map(([id, one]) => [id, one.number(t.points(mostPoints), `"${id.slice(0, 40)}": 4`)])),
  };
}
