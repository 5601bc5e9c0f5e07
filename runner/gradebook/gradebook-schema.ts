import * as v from 'valibot';
import { languages } from '../base/language.ts';
import { knownFields } from '../format/objects.ts';
import { amount, flag, isoMoment, text, texts } from '../verdict/report-schema.ts';
import { toldBinding, toldObjective } from '../verdict/told-report-schema.ts';
import type { Gradebook, GradedChallenge, Identity, PartGrade, StudentGrade } from './gradebook.ts';
import { commonFields } from './result-schema.ts';
import type { ToldPart, ToldSubmission } from './told-result.ts';

const language = v.picklist(languages);

export const gradedChallenge: v.GenericSchema<GradedChallenge> = v.pipe(
  knownFields({
    ...{ id: text, number: v.pipe(v.number(), v.safeInteger()), title: text },
    possible: v.pipe(amount, v.description('Points of the full mark.')),
    bonusCap: v.pipe(amount, v.description('The most that bonus objectives add.')),
    objectives: v.array(knownFields({ id: text, title: text, points: amount, bonus: flag })),
  }),
  v.description('A challenge as the rubric weighs it.'),
);

export const identity: v.GenericSchema<Identity> = v.pipe(
  knownFields({
    ...{ name: text, email: text, canvasId: text, sisUserId: text, sisLoginId: text },
    ...{ section: text, moodleId: text },
  }),
  v.description('What the roster says; empty where nothing is known.'),
);

export const partGrade: v.GenericSchema<PartGrade> = v.pipe(
  knownFields({
    challenge: text,
    earned: v.pipe(amount, v.description('Without the bonus.')),
    ...{ bonus: amount, possible: amount },
    objectives: v.array(knownFields({ id: text, earned: amount, points: amount })),
  }),
  v.description('One challenge of one student, in the rubric’s points.'),
);

export const toldPart: v.GenericSchema<ToldPart> = v.pipe(
  knownFields({
    ...commonFields,
    ...{ title: text, reason: text, refusals: texts, remarks: texts },
    objectives: v.array(toldObjective),
    bindings: v.array(toldBinding),
  }),
  v.description('What became of one challenge.'),
);

export const toldSubmission: v.GenericSchema<ToldSubmission> = v.pipe(
  knownFields({
    schema: v.literal('lab.submission/2'),
    id: text,
    source: v.pipe(text, v.description('Path below the class’s folder.')),
    ...{ language, works: v.array(toldPart), remarks: texts },
  }),
  v.description('What became of the submission: lab.submission/2.'),
);

export const studentGrade: v.GenericSchema<StudentGrade> = v.pipe(
  knownFields({
    ...{ id: text, identity, works: v.array(partGrade) },
    earned: v.pipe(amount, v.description('Bonus included, before the penalty and the override.')),
    possible: amount,
    penalty: v.pipe(
      knownFields({ points: amount, reason: text }),
      v.description('What was taken off for handing in late, and why; 0 and empty if nothing was.'),
    ),
    comment: text,
    final: v.pipe(
      amount,
      v.description('The grade: override, or earned less the penalty. Provisional where needsAttention is true.'),
    ),
    needsAttention: v.pipe(flag, v.description('Something could not be told, and nobody has settled it.')),
    result: toldSubmission,
    override: v.exactOptional(v.pipe(amount, v.description('What the instructor has set instead.'))),
  }),
  v.description('One student’s or team member’s grade. Points are rounded to hundredths.'),
);

/** `results.json`: the whole gradebook. */
export const gradebookSchema: v.GenericSchema<Gradebook> = v.pipe(
  knownFields({
    schema: v.literal('lab.grades/2'),
    ...{ at: isoMoment, language },
    grader: v.pipe(text, v.description('The lab’s version.')),
    timezone: v.exactOptional(v.pipe(text, v.description('The class’s time zone, where the rubric says it.'))),
    title: v.pipe(text, v.description('What the rubric is called, or empty.')),
    canvasAssignment: v.pipe(
      text,
      v.description('Canvas’s number of the assignment, as the rubric says it, or empty.'),
    ),
    remarks: v.pipe(
      texts,
      v.description('What an instructor should know of rubric, roster and overrides, in sentences.'),
    ),
    challenges: v.array(gradedChallenge),
    students: v.pipe(v.array(studentGrade), v.description('By id.')),
  }),
  v.description('The grades of a class: results.json of lab grade.'),
);
