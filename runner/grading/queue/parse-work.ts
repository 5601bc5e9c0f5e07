import { isFindingCode } from '../../language/findings.ts';
import type { StoredWork, WorkName } from './work-store.ts';

/** The form of a stored result. */
const workVersion = 2;
const workSchema = `lab.work/${workVersion}`;

/** `older`: the form of a lab of before, whose results are another grader's; `newer`: one that only a newer lab knows. */
export type ParsedWork =
  | { readonly kind: 'work'; readonly stored: StoredWork }
  | { readonly kind: 'older' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** A result as text. */
export function renderWork({ submission }: WorkName, stored: StoredWork): string {
  return `${JSON.stringify({ schema: workSchema, submission, ...stored }, undefined, 2)}\n`;
}

/** Reads a text as the result of this and no other task. Reports count on its whole shape, so all of it is looked at. */
export function parseWork(text: string, { submission, challenge }: WorkName): ParsedWork {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { kind: 'damaged' };
  }
  if (!isObject(data)) return { kind: 'damaged' };
  if (data.schema !== workSchema) {
    const version = Number(/^lab\.work\/([1-9]\d{0,5})$/.exec(String(data.schema))?.[1] ?? Number.NaN);
    return { kind: Number.isNaN(version) ? 'damaged' : version < workVersion ? 'older' : 'newer' };
  }
  if (!isStored(data) || data.submission !== submission || data.result.challenge !== challenge) {
    return { kind: 'damaged' };
  }
  return { kind: 'work', stored: { result: data.result, scriptMs: data.scriptMs } };
}

type Is = (value: unknown) => boolean;

const text: Is = value => typeof value === 'string';
const flag: Is = value => typeof value === 'boolean';
const count: Is = value => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const moment: Is = value => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const whole: Is = value => Number.isSafeInteger(value);
const oneOf =
  (...values: readonly string[]): Is =>
  value =>
    values.some(one => one === value);
const maybe =
  (is: Is): Is =>
  value =>
    value === undefined || is(value);
const list =
  (is: Is): Is =>
  value =>
    Array.isArray(value) && value.every(is);
const shape =
  (fields: Readonly<Record<string, Is>>): Is =>
  value =>
    isObject(value) && Object.entries(fields).every(([name, is]) => is(value[name]));

/** One that this lab has words for: who edits a file may write what they like. */
const message: Is = value =>
  isObject(value) &&
  isObject(value.params) &&
  isFindingCode(value.code) &&
  Object.values(value.params).every(word => !isObject(word) || message(word)) &&
  maybe(list(message))(value.more);

const outcomes = [
  'graded',
  'script-failed',
  'timed-out',
  'refused',
  'compose-only',
  'no-instructions',
  'not-submitted',
  'unknown',
] as const;

const result = shape({
  challenge: text,
  outcome: oneOf(...outcomes),
  reason: maybe(message),
  path: text,
  instructions: text,
  objectives: list(
    shape({
      ...{ id: text, points: count, bonus: flag, durationMs: count },
      verdict: oneOf('pass', 'fail', 'blocked', 'unknown'),
      ...{ finding: message, expected: message, next: text },
    }),
  ),
  score: shape({ earned: count, possible: count, bonus: count }),
  bindings: list(
    shape({
      ...{ role: text, name: maybe(text), because: list(message), candidates: list(text) },
      how: oneOf('bind', 'name', 'structure', 'none', 'ambiguous'),
    }),
  ),
  script: maybe(
    shape({
      exitCode: maybe(whole),
      endedBy: oneOf('itself', 'time', 'output', 'memory'),
      ...{ failingCommand: text, lastLines: list(text), leftRunning: list(text), durationMs: count },
    }),
  ),
  logs: list(shape({ container: text, lines: list(text) })),
  refusals: list(message),
  remarks: list(message),
  ...{ digest: text, attempts: whole, at: moment, durationMs: count },
});
const stored = shape({ submission: text, scriptMs: count, result });

function isStored(value: unknown): value is StoredWork & { readonly submission: string } {
  return stored(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
