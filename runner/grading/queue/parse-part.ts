import * as v from 'valibot';
import { isJsonObject, parseJson } from '../../base/parse-json.ts';
import { versionIn } from '../../format/version-in.ts';
import { partSchema, partSchemaName, partVersion } from './part-schema.ts';
import type { PartName, StoredPart } from './part-store.ts';

/** `older`: the form of a lab of before, whose results are another grader's; `newer`: one that only a newer lab knows. */
export type ParsedPart =
  | { readonly kind: 'work'; readonly stored: StoredPart }
  | { readonly kind: 'older' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** A result as text. */
export function renderPart({ submission }: PartName, stored: StoredPart): string {
  return `${JSON.stringify({ schema: partSchemaName, submission, ...stored }, undefined, 2)}\n`;
}

/** Reads a text as the result of this and no other task. Reports count on its whole shape, so all of it is looked at. Pure. */
export function parsePart(text: string, { submission, challenge }: PartName): ParsedPart {
  const parsed = parseJson(text);
  if (parsed.kind !== 'json' || !isJsonObject(parsed.value)) return { kind: 'damaged' };
  const data = parsed.value;
  if (data.schema !== partSchemaName) {
    const version = versionIn(data, 'lab.work');
    return { kind: version === undefined ? 'damaged' : version < partVersion ? 'older' : 'newer' };
  }
  // As it stands there: what else it has is kept.
  if (!v.is(partSchema, data) || data.submission !== submission || data.result.challenge !== challenge)
    return { kind: 'damaged' };
  return { kind: 'work', stored: { result: data.result, scriptMs: data.scriptMs } };
}
