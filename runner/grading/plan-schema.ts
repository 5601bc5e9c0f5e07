import * as v from 'valibot';
import { languages } from '../base/language.ts';
import { knownFields } from '../format/objects.ts';
import { text, texts } from '../verdict/report-schema.ts';

const plan = knownFields({
  from: v.pipe(text, v.description('The file that says it, below the part’s folder.')),
  script: v.pipe(text, v.description('What bash would run in the part’s folder.')),
});

const notTaken = v.pipe(
  v.array(knownFields({ path: text, reason: text })),
  v.description('What was looked at and is not used, and why.'),
);

const part = knownFields({
  challenge: v.pipe(text, v.description('The challenge’s id.')),
  path: v.pipe(text, v.description('Below the submission.')),
  outcome: v.pipe(
    v.nullable(v.picklist(['compose-only', 'no-instructions'])),
    v.description('What is known without running anything; null where it has to be run.'),
  ),
  plans: v.pipe(v.array(plan), v.description('In the order in which they are tried, each on a fresh engine.')),
  notTaken,
  remarks: texts,
});

const student = knownFields({
  id: text,
  name: v.pipe(text, v.description('As the download names the student; empty where it does not.')),
  canvasId: text,
  moodleId: text,
  late: v.pipe(v.nullable(v.boolean()), v.description('Null where the download does not say.')),
  sources: v.pipe(texts, v.description('What was handed in, below the class’s folder.')),
  parts: v.array(part),
  remarks: texts,
});

/** What `lab grade DIR --plan --json` writes. */
export const classPlanSchema = v.pipe(
  knownFields({
    schema: v.literal('lab.plan/1'),
    language: v.picklist(languages),
    students: v.array(student),
    notTaken,
  }),
  v.description('How a class would be graded, without running anything: lab grade DIR --plan --json.'),
);

/** How a class would be graded, as `classPlanSchema` says it. */
export type ClassPlan = v.InferOutput<typeof classPlanSchema>;
