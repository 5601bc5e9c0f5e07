import * as v from 'valibot';
import { isJsonObject, parseJson } from '../../base/parse-json.ts';
import { versionIn } from '../../format/version-in.ts';
import { workSchema, workSchemaName, workVersion } from './work-schema.ts';
import type { StoredWork, WorkName } from './work-store.ts';

/** `older`: the form of a lab of before, whose results are another grader's; `newer`: one that only a newer lab knows. */
export type ParsedWork =
  | { readonly kind: 'work'; readonly stored: StoredWork }
  | { readonly kind: 'older' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** A result as text. */
export function renderWork({ submission }: WorkName, stored: StoredWork): string {
  return `${JSON.stringify({ schema: workSchemaName, submission, ...stored }, undefined, 2)}\n`;
}

/** Reads a text as the result of this and no other task. Reports count on its whole shape, so all of it is looked at. Pure. */
export function parseWork(text: string, { submission, challenge }: WorkName): ParsedWork {
  const parsed = parseJson(text);
  if (parsed.kind !== 'json' || !isJsonObject(parsed.value)) return { kind: 'damaged' };
  const data = parsed.value;
  if (data.schema !== workSchemaName) {
    const version = versionIn(data, 'lab.work');
    return { kind: version === undefined ? 'damaged' : version < workVersion ? 'older' : 'newer' };
  }
  // As it stands there: what else it has is kept.
  if (!v.is(workSchema, data) || data.submission !== submission || data.result.challenge !== challenge)
    return { kind: 'damaged' };
  return { kind: 'work', stored: { result: data.result, scriptMs: data.scriptMs } };
}
