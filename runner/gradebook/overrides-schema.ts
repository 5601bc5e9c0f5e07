import * as v from 'valibot';
import { expects } from '../format/expects.ts';
import { fields, record } from '../format/objects.ts';
import { say } from '../language/say.ts';
import { objectivePoints, points, schemaName, text } from './book-values.ts';

const studentExample = { final: 87.5, comment: 'Shown to me in class.' };

const part = v.pipe(
  fields({
    points: v.optional(v.pipe(points, v.description('Of the challenge, bonus included.'))),
    objectives: v.optional(
      v.pipe(
        objectivePoints,
        expects(say('expected.object'), { 'no-compose': 1 }),
        v.description('Objective’s id → points.'),
      ),
    ),
  }),
  expects(say('expected.object'), { points: 18 }),
);

const student = v.pipe(
  fields({
    final: v.optional(v.pipe(points, v.description('The grade itself, whatever was earned.'))),
    comment: v.optional(text(studentExample.comment)),
    challenges: v.optional(
      v.pipe(
        record(v.string(), part),
        expects(say('expected.object'), { 2: { points: 18 } }),
        v.description('By number or id.'),
      ),
    ),
  }),
  expects(say('expected.object'), studentExample),
);

/** `overrides.json`: the instructor's word, which goes before what was graded. */
export const overridesSchema = v.pipe(
  fields({
    schema: schemaName('lab.overrides/1'),
    students: v.optional(
      v.pipe(
        record(v.string(), student),
        expects(say('expected.object'), { ana: studentExample }),
        v.description('By the student’s id, whoever it may be.'),
      ),
    ),
  }),
  expects(say('expected.object'), { schema: 'lab.overrides/1', students: { ana: studentExample } }),
  v.description('The instructor’s word on grades: overrides.json of lab grade.'),
);
