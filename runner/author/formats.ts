import { labJsonSchema } from '../challenge/lab-json-schema.ts';
import { overridesSchema } from '../gradebook/overrides-schema.ts';
import { rubricSchema } from '../gradebook/rubric-schema.ts';
import { progressSchema } from '../progress/progress-schema.ts';
import type { Format } from './json-schema.ts';

/** The formats of our files, whose JSON Schemas are in `docs/schemas`. */
export const formats: readonly Format[] = [
  { name: 'lab.json', schema: labJsonSchema },
  { name: 'lab.rubric/1', schema: rubricSchema },
  { name: 'lab.overrides/1', schema: overridesSchema },
  { name: 'lab.progress/1', schema: progressSchema },
];
