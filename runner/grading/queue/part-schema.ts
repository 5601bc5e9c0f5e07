import * as v from 'valibot';
import { knownFields } from '../../format/objects.ts';
import { partResult } from '../../gradebook/result-schema.ts';
import { amount, text } from '../../verdict/report-schema.ts';

/** The form of a stored result. */
export const partVersion = 3;
export const partSchemaName = `lab.work/${partVersion}` as const;

/** A stored result: a file for each challenge of each submission. */
export const partSchema = v.pipe(
  knownFields({
    schema: v.literal(partSchemaName),
    submission: v.pipe(text, v.description('The submission’s id.')),
    result: partResult,
    scriptMs: v.pipe(amount, v.description('The wall clock that the script was granted, in milliseconds.')),
  }),
  v.description('What lab grade stores as soon as a challenge of a submission is judged, to go on from there.'),
);
