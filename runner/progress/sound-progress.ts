import * as v from 'valibot';
import { parseJson } from '../base/parse-json.ts';
import { type ChallengeProgress, nothingYet, type Progress } from './progress.ts';
import { progressSchema } from './progress-schema.ts';

/**
 * Reads a text that is sound progress; undefined if it is anything else: `parseProgress` then tells what is wrong with it. Every
 * command reads the file, and nearly always it is sound: what tells faults need not be loaded for that. Pure.
 */
export function soundProgress(text: string): Progress | undefined {
  const parsed = parseJson(text);
  if (parsed.kind !== 'json') return undefined;
  const read = v.safeParse(progressSchema, parsed.value);
  return read.success ? progressIn(read.output) : undefined;
}

/** What is in the file, with all that it leaves out. Pure. */
export function progressIn({ schema, language, challenges }: v.InferOutput<typeof progressSchema>): Progress {
  const entries = Object.entries(challenges).map(([id, one]): [string, ChallengeProgress] => [
    id,
    { ...nothingYet, ...one },
  ]);
  return { schema, language, challenges: Object.fromEntries(entries) };
}
