import { type Language, languages } from '../base/language.ts';
import {
  type ChallengeProgress,
  type HintLevel,
  nothingYet,
  type Progress,
  type ReportSummary,
  schema,
} from './progress.ts';

/** Something in a text that is no part of progress: where it is, and what should be there. */
export interface Problem {
  /** Such as `challenges.01-networked-containers.spentMs`; empty for the whole. */
  readonly at: string;
  readonly expected:
    | 'json'
    | 'object'
    | 'list'
    | 'schema'
    | 'language'
    | 'moment'
    | 'milliseconds'
    | 'points'
    | 'level'
    | 'id';
}

/** `newer`: a version of the format that only a newer lab knows. */
export type Parsed =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'newer'; readonly schema: string }
  | { readonly kind: 'damaged'; readonly problems: readonly Problem[] };

/** The length, in characters, above which a text is no progress of anybody's: it is read whole. */
export const mostCharacters = 1_000_000;

/** Reads a text as progress and finds all that is wrong with it. What it has beyond the format is left out. */
export function parseProgress(text: string): Parsed {
  const damaged = (expected: Problem['expected']): Parsed => ({ kind: 'damaged', problems: [{ at: '', expected }] });
  if (text.length > mostCharacters) return damaged('json');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return damaged('json');
  }
  if (!isObject(data)) return damaged('object');
  if (data.schema !== schema) {
    const version = /^lab\.progress\/([1-9]\d{0,5})$/.exec(String(data.schema))?.[1];
    if (version !== undefined) return { kind: 'newer', schema: `lab.progress/${version}` };
    return { kind: 'damaged', problems: [{ at: 'schema', expected: 'schema' }] };
  }
  const reader = new Reader();
  const progress: Progress = {
    schema,
    language: reader.optional(data.language, 'language', 'language', isLanguage),
    challenges: reader.entries(data.challenges, 'challenges', (value, at) => challengeOf(reader, value, at)),
  };
  return reader.problems.length === 0 ? { kind: 'progress', progress } : { kind: 'damaged', problems: reader.problems };
}

function challengeOf(reader: Reader, value: unknown, at: string): ChallengeProgress {
  const it = reader.one(value, at, 'object', isObject);
  if (it === undefined) return nothingYet;
  const best = reader.one(it.best, `${at}.best`, 'object', isObject);
  return {
    firstOpenedAt: reader.moment(it.firstOpenedAt, `${at}.firstOpenedAt`),
    completedAt: reader.moment(it.completedAt, `${at}.completedAt`),
    solutionSeenAt: reader.moment(it.solutionSeenAt, `${at}.solutionSeenAt`),
    spentMs: reader.one(it.spentMs, `${at}.spentMs`, 'milliseconds', isCount) ?? 0,
    best: {
      earned: (best && reader.one(best.earned, `${at}.best.earned`, 'points', isCount)) ?? 0,
      bonus: (best && reader.one(best.bonus, `${at}.best.bonus`, 'points', isCount)) ?? 0,
    },
    objectives: reader.entries(it.objectives, `${at}.objectives`, (one, place) => {
      if (one === undefined) reader.problems.push({ at: place, expected: 'moment' });
      return reader.moment(one, place) ?? '';
    }),
    hints: reader.entries(it.hints, `${at}.hints`, (one, place) => reader.one(one, place, 'level', isLevel) ?? 1),
    lastReport: it.lastReport === undefined ? undefined : summaryOf(reader, it.lastReport, `${at}.lastReport`),
  };
}

function summaryOf(reader: Reader, value: unknown, at: string): ReportSummary | undefined {
  const it = reader.one(value, at, 'object', isObject);
  if (it === undefined) return undefined;
  const points = (name: 'earned' | 'possible' | 'bonus') =>
    reader.one(it[name], `${at}.${name}`, 'points', isCount) ?? 0;
  const met = reader.one(it.met, `${at}.met`, 'list', Array.isArray) ?? [];
  if (it.at === undefined) reader.problems.push({ at: `${at}.at`, expected: 'moment' });
  return {
    at: reader.moment(it.at, `${at}.at`) ?? '',
    earned: points('earned'),
    possible: points('possible'),
    bonus: points('bonus'),
    met: met.flatMap((id: unknown, index) => reader.one(id, `${at}.met.${index}`, 'id', isId) ?? []),
  };
}

/** Reads values and keeps what is wrong with them, so that all of it can be told at once. */
class Reader {
  readonly problems: Problem[] = [];

  /** Undefined, with a problem, where it is not what is expected. */
  one<Value>(
    value: unknown,
    at: string,
    expected: Problem['expected'],
    is: (value: unknown) => value is Value,
  ): Value | undefined {
    if (is(value)) return value;
    this.problems.push({ at, expected });
    return undefined;
  }

  optional<Value>(...given: Parameters<typeof this.one<Value>>): Value | undefined {
    return given[0] === undefined ? undefined : this.one(...given);
  }

  /** In the one form that moments are kept in. */
  moment(value: unknown, at: string): string | undefined {
    const moment = this.optional(value, at, 'moment', isMoment);
    return moment === undefined ? undefined : new Date(moment).toISOString();
  }

  entries<Value>(value: unknown, at: string, read: (value: unknown, at: string) => Value): Record<string, Value> {
    const entries = Object.entries(this.one(value, at, 'object', isObject) ?? {}).flatMap(([id, one]) =>
      this.one(id, `${at}.${id.slice(0, 40)}`, 'id', isId) === undefined
        ? []
        : [[id, read(one, `${at}.${id}`)] as const],
    );
    return Object.fromEntries(entries);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLanguage(value: unknown): value is Language {
  return languages.some(language => language === value);
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isLevel(value: unknown): value is HintLevel {
  return value === 1 || value === 2 || value === 3;
}

/** Ids are folder names of challenges and ids of objectives; nothing else is ever shown on a terminal from here. */
function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,99}$/.test(value);
}
