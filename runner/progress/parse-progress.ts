import { parseJson } from '../base/parse-json.ts';
import type { Problem } from '../format/problem.ts';
import { checkFormat, notJson, tooLong } from '../format/read-format.ts';
import { versionIn } from '../format/version-in.ts';
import type { Progress } from './progress.ts';
import { progressSchema } from './progress-schema.ts';
import { progressIn } from './sound-progress.ts';

/** `newer`: a version of the format that only a newer lab knows. */
export type Parsed =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'newer'; readonly schema: string }
  | { readonly kind: 'damaged'; readonly problems: readonly [Problem, ...Problem[]] };

/** The length, in characters, above which a text is no progress of anybody's: it is read whole. */
export const maxCharacters = 1_000_000;

/** Reads a text as progress and finds all that is wrong with it. What it has beyond the format is left out. Pure. */
export function parseProgress(text: string): Parsed {
  if (text.length > maxCharacters) return { kind: 'damaged', problems: [tooLong(maxCharacters)] };
  const parsed = parseJson(text);
  if (parsed.kind !== 'json') return { kind: 'damaged', problems: [notJson(parsed)] };
  const newer = newerSchema(parsed.value);
  if (newer !== undefined) return { kind: 'newer', schema: newer };
  const read = checkFormat(parsed.value, progressSchema);
  if (read.kind === 'wrong') return { kind: 'damaged', problems: read.problems };
  return { kind: 'progress', progress: progressIn(read.value) };
}

function newerSchema(value: unknown): string | undefined {
  const version = versionIn(value, 'lab.progress');
  return version === undefined || version === 1 ? undefined : `lab.progress/${version}`;
}
