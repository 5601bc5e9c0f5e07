import { labJsonSchema } from '../challenge/lab-json-schema.ts';
import * as grades from '../gradebook/gradebook-schema.ts';
import { overridesSchema } from '../gradebook/overrides-schema.ts';
import { partResult } from '../gradebook/result-schema.ts';
import { rubricSchema } from '../gradebook/rubric-schema.ts';
import { classPlanSchema } from '../grading/plan-schema.ts';
import { manifestSchema, manifestSchemaName } from '../grading/queue/manifest-schema.ts';
import { partSchema, partSchemaName } from '../grading/queue/part-schema.ts';
import { runSchema, runSchemaName } from '../grading/runs/run-schema.ts';
import { progressSchema } from '../progress/progress-schema.ts';
import { message } from '../verdict/report-schema.ts';
import { toldBinding, toldObjective, toldReportSchema } from '../verdict/told-report-schema.ts';
import type { Format } from './json-schema.ts';

const told = { objective: toldObjective, binding: toldBinding, finding: message };

/** The formats of our files, whose JSON Schemas are in `docs/schemas`. */
export const formats: readonly Format[] = [
  { name: 'lab.json', schema: labJsonSchema },
  { name: 'lab.rubric/1', schema: rubricSchema },
  { name: 'lab.overrides/1', schema: overridesSchema },
  { name: 'lab.progress/1', schema: progressSchema },
  { name: partSchemaName, schema: partSchema, parts: { result: partResult, finding: message } },
  { name: manifestSchemaName, schema: manifestSchema },
  { name: runSchemaName, schema: runSchema, parts: { result: partResult, finding: message } },
  { name: 'lab.plan/1', schema: classPlanSchema },
  { name: 'lab.verify/2', schema: toldReportSchema, parts: told },
  {
    name: 'lab.grades/2',
    schema: grades.gradebookSchema,
    parts: {
      challenge: grades.gradedChallenge,
      student: grades.studentGrade,
      identity: grades.identity,
      partGrade: grades.partGrade,
      result: grades.toldSubmission,
      part: grades.toldPart,
      ...told,
    },
  },
];
