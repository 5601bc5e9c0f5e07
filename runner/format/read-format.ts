import * as v from 'valibot';
import { isJsonObject, type ParsedJson, parseJson } from '../base/parse-json.ts';
import { say } from '../language/say.ts';
import { expectationOf } from './expects.ts';
import { type Key, type Problem, unknownAt, wrongAt, wrongWhole } from './problem.ts';
import { keySchemaOf, keysOf, schemaAt } from './schema-at.ts';

/** What a text is in one of our formats, or all that is wrong with it, the weightiest first. */
export type ReadFormat<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly problems: readonly [Problem, ...Problem[]] };

/** Reads a text in a format. Never throws, whatever the text is. Pure. */
export function readFormat<Value>(text: string, schema: v.GenericSchema<unknown, Value>): ReadFormat<Value> {
  const parsed = parseJson(text);
  if (parsed.kind !== 'json') return { kind: 'wrong', problems: [notJson(parsed)] };
  return checkFormat(parsed.value, schema);
}

/** Looks whether a value of JSON is of a format. Pure. */
export function checkFormat<Value>(value: unknown, schema: v.GenericSchema<unknown, Value>): ReadFormat<Value> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { kind: 'read', value: parsed.output };
  const [first, ...others] = problemsOf(parsed.issues, schema, value);
  return { kind: 'wrong', problems: [first ?? wrongAt([], expectationOf(schema), value), ...others] };
}

/** A text is longer than any such file. Pure. */
export function tooLong(characters: number): Problem {
  return wrongWhole(say('format.too-long', { characters }));
}

/** What is wrong with a text that could not be parsed. Pure. */
export function notJson(parsed: Exclude<ParsedJson, { kind: 'json' }>): Problem {
  if (parsed.kind === 'too-deep') return wrongWhole(say('format.too-deep'));
  return wrongWhole(parsed.at === undefined ? say('format.not-json') : say('format.not-json-at', parsed.at));
}

/** Nobody reads on: a file may have a fault in each of its thousands of places. */
const maxIssues = 100;

/** One for each place: a number may be too great and have too many decimals, but it is one number. */
function problemsOf(
  issues: readonly v.BaseIssue<unknown>[],
  schema: v.GenericSchema,
  whole: unknown,
): readonly Problem[] {
  const byPlace = new Map<string, { readonly rank: number; readonly problem: Problem }>();
  for (const issue of issues.slice(0, maxIssues)) {
    const path = pathOf(issue);
    const place = JSON.stringify(path);
    if (!byPlace.has(place)) byPlace.set(place, ranked(issue, path, schema, whole));
  }
  const sorted = [...byPlace.values()].sort((one, other) => one.rank - other.rank);
  return sorted.map(({ problem }) => problem);
}

/** Another version explains all else, and a misspelt key what is missing. */
function ranked(issue: v.BaseIssue<unknown>, path: readonly Key[], schema: v.GenericSchema, whole: unknown) {
  const above = path.length === 0 ? undefined : schemaAt(schema, path.slice(0, -1));
  const found = valueAt(whole, path);
  if (issue.path?.at(-1)?.origin === 'key' && above !== undefined) {
    if (issue.expected === 'never') return { rank: 1, problem: unknownAt(path, keysOf(above) ?? []) };
    const keys = keySchemaOf(above);
    if (keys !== undefined)
      return { rank: 2, problem: wrongAt(path, { expected: expectationOf(keys).expected }, path.at(-1)) };
  }
  const own = schemaAt(schema, path) ?? schema;
  const isVersion = path.length === 1 && path[0] === 'schema' && found !== undefined;
  return { rank: isVersion ? 0 : 2, problem: wrongAt(path, expectationOf(own), found) };
}

function pathOf({ path }: v.BaseIssue<unknown>): Key[] {
  return path?.map(({ key }) => (typeof key === 'number' ? key : String(key))) ?? [];
}

function valueAt(value: unknown, path: readonly Key[]): unknown {
  const [key, ...below] = path;
  if (key === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(key)], below);
  return isJsonObject(value) && Object.hasOwn(value, key) ? valueAt(value[key], below) : undefined;
}
