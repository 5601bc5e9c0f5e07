import * as v from 'valibot';
import { isJsonObject } from '../base/parse-json.ts';

/*
 * valibot takes a list for an object whose keys are all optional, and passes over keys called `__proto__`, `prototype` and
 * `constructor` in a record. Here a list is no object, and whoever is called `constructor` gets their points.
 */

/** An object with these keys and no others. */
export function fields<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.StrictObjectSchema<Entries, undefined> {
  return everyUnknownKey(noList(v.strictObject(entries)), entries);
}

/** An object with these keys; what else it has is left out. */
export function knownFields<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.ObjectSchema<Entries, undefined> {
  return noList(v.object(entries));
}

/** An object with keys of one form, and values of another. */
export interface RecordOf<Value extends v.GenericSchema>
  extends v.BaseSchema<
    Record<string, v.InferInput<Value>>,
    Record<string, v.InferOutput<Value>>,
    v.BaseIssue<unknown>
  > {
  /** As valibot's own are called, so that its JSON Schema is the same. */
  readonly type: 'record';
  readonly key: v.GenericSchema<string, string>;
  readonly value: Value;
}

/** An object with any keys of one form, and values of another. */
export function record<Value extends v.GenericSchema>(
  key: v.GenericSchema<string, string>,
  value: Value,
): RecordOf<Value> {
  return v._standardSchema<RecordOf<Value>>({
    ...{ kind: 'schema', type: 'record', reference: record, expects: 'Object', async: false, key, value },
    '~run'(dataset, config) {
      const input = isJsonObject(dataset.value) ? dataset.value : undefined;
      const issues: v.BaseIssue<unknown>[] = [...(v.safeParse(anyRecord, input, config).issues ?? [])];
      const found: [string, v.InferOutput<Value>][] = [];
      for (const [name, one] of Object.entries(input ?? {})) {
        const asKey = v.safeParse(key, name, config);
        const asValue = v.safeParse(value, one, config);
        const place = { type: 'object', input: input ?? {}, key: name, value: one } as const;
        for (const issue of asKey.issues ?? []) issues.push({ ...issue, path: [{ ...place, origin: 'key' }] });
        for (const issue of asValue.issues ?? [])
          issues.push({ ...issue, path: [{ ...place, origin: 'value' }, ...(issue.path ?? [])] });
        if (asKey.success && asValue.success) found.push([name, asValue.output]);
      }
      const [first, ...others] = issues;
      if (first !== undefined) return { typed: false, value: dataset.value, issues: [first, ...others] };
      return { typed: true, value: Object.fromEntries(found) };
    },
  });
}

const anyRecord = v.record(v.string(), v.unknown());

/** valibot stops at the first key that an object should not have; people want to know all of them. */
function everyUnknownKey<Schema extends v.GenericSchema>(schema: Schema, entries: object): Schema {
  const run: Schema['~run'] = (dataset, config) => {
    const { value } = dataset;
    const result = schema['~run'](dataset, config);
    const first = result.issues?.find(
      ({ expected, path }) => expected === 'never' && path?.length === 1 && path[0]?.origin === 'key',
    );
    const [place] = first?.path ?? [];
    if (first === undefined || place?.type !== 'object' || !isJsonObject(value)) return result;
    for (const key of Object.keys(value).filter(one => !Object.hasOwn(entries, one) && one !== place.key))
      result.issues?.push({ ...first, path: [{ ...place, key, value: value[key] }] });
    return result;
  };
  return { ...schema, '~run': run };
}

/** What valibot says of a list is what it says of nothing. */
function noList<Schema extends v.GenericSchema>(schema: Schema): Schema {
  const run: Schema['~run'] = (dataset, config) =>
    schema['~run'](Array.isArray(dataset.value) ? { value: undefined } : dataset, config);
  return { ...schema, '~run': run };
}
