import * as v from 'valibot';
import { knownFields, record } from '../../format/objects.ts';

/** The form of the list of what we wrote. */
export const manifestSchemaName = 'lab.output/1';

/** `.lab/manifest.json` in the output folder: what in it is ours, to be replaced or removed. */
export const manifestSchema = v.pipe(
  knownFields({
    schema: v.literal(manifestSchemaName),
    files: v.pipe(
      record(v.string(), v.array(v.string())),
      v.description('Path below the folder → the SHA-256 of what was or will be in it.'),
    ),
  }),
  v.description('What lab grade wrote into its output folder: .lab/manifest.json.'),
);
