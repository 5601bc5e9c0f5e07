import type * as v from 'valibot';
import { isJsonObject } from '../base/parse-json.ts';
import type { Key } from './problem.ts';

/** The schema of a place in a file: keys and indices from the outermost on. Undefined if there is none, or several. Pure. */
export function schemaAt(whole: v.GenericSchema, path: readonly Key[]): v.GenericSchema | undefined {
  const schema = unwrapped(whole);
  const [key, ...below] = path;
  if (key === undefined) return schema;
  const next = belowOf(schema, key);
  return next === undefined ? undefined : schemaAt(next, below);
}

/** The keys that an object may have; undefined if it may have any, or is none. Pure. */
export function keysOf(schema: v.GenericSchema): string[] | undefined {
  return 'entries' in schema && isJsonObject(schema.entries) ? Object.keys(schema.entries) : undefined;
}

/** What the keys of a record have to be; undefined if it is none. Pure. */
export function keySchemaOf(schema: v.GenericSchema): v.GenericSchema | undefined {
  return 'key' in schema && isSchema(schema.key) ? schema.key : undefined;
}

function belowOf(schema: v.GenericSchema, key: Key): v.GenericSchema | undefined {
  const next =
    'entries' in schema && isJsonObject(schema.entries)
      ? Object.hasOwn(schema.entries, key) && schema.entries[key]
      : 'item' in schema
        ? schema.item
        : 'value' in schema
          ? schema.value
          : undefined;
  return isSchema(next) ? next : undefined;
}

/** What may be left out is, where it is there, as any other. */
function unwrapped(schema: v.GenericSchema): v.GenericSchema {
  return 'wrapped' in schema && isSchema(schema.wrapped) ? unwrapped(schema.wrapped) : schema;
}

function isSchema(value: unknown): value is v.GenericSchema {
  return isJsonObject(value) && value.kind === 'schema';
}
