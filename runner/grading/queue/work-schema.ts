import * as v from 'valibot';
import { knownFields } from '../../format/objects.ts';
import { workResult } from '../../gradebook/result-schema.ts';
import { amount, text } from '../../verdict/report-schema.ts';

/** The form of a stored result. */
export const workVersion = 3;
export const workSchemaName = `lab.work/${workVersion}` as const;

/** A stored result: a file for each challenge of each submission. */
export const workSchema = v.pipe(
  knownFields({
    schema: v.literal(workSchemaName),
    submission: v.pipe(text, v.description('The submission’s id.')),
    result: workResult,
    scriptMs: v.pipe(amount, v.description('The wall clock that the script was granted, in milliseconds.')),
  }),
  v.description('What lab grade stores as soon as a challenge of a submission is judged, to go on from there.'),
);
