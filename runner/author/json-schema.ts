import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { expectationIn } from '../format/expects.ts';
import { inLanguage } from '../language/tell.ts';

/** A format of a file, and what stands in it more than once, by name. */
export interface Format {
  /** As the file itself says it, such as `lab.rubric/1`; of a file that does not, what it is called. */
  readonly name: string;
  readonly schema: v.GenericSchema;
  readonly parts?: Readonly<Record<string, v.GenericSchema>>;
}

/** Where the schema of a format is, in `docs/schemas`. Pure. */
export function schemaFile({ name }: Format): string {
  return `${name.replace(/\/|\.(?=json$)/, '-')}.json`;
}

/**
 * A format as JSON Schema (2020-12), as text. What is checked by code of ours is not in it, but is told in its description.
 * Throws what the converter says of a schema that it cannot convert. Pure.
 */
export function jsonSchemaOf({ name, schema, parts = {} }: Format): string {
  const { $schema, description, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    definitions: { ...parts },
    overrideAction: ({ valibotAction, jsonSchema }) => overridden(valibotAction, jsonSchema),
    overrideSchema: ({ valibotSchema, jsonSchema }) => (valibotSchema.type === 'custom' ? jsonSchema : undefined),
  });
  return `${JSON.stringify({ $schema, title: name, description, ...rest }, undefined, 2)}\n`;
}

/** What is expected is told, and what only code can check is passed over. */
function overridden(action: { readonly type: string }, jsonSchema: JsonSchema): JsonSchema | undefined {
  // No number of JSON is infinite.
  if (action.type === 'check' || action.type === 'finite') return jsonSchema;
  if (action.type === 'safe_integer') return { ...jsonSchema, type: 'integer' };
  const expectation = expectationIn(action);
  if (expectation === undefined) return undefined;
  const { expected, example } = expectation;
  const examples = example === undefined ? {} : { examples: [example] };
  return { ...jsonSchema, description: inLanguage(expected, 'en'), ...examples };
}
