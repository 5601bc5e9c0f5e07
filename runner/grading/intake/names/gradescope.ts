import { parse } from 'yaml';

/** Who handed in a folder of Gradescope's export. Empty where it does not say. */
export interface Submitter {
  /** Of a group, all names. */
  readonly name: string;
  readonly sisUserId: string;
  readonly email: string;
  /** ISO 8601. */
  readonly submitted: string;
}

const longest = 10 * 1024 * 1024;

/**
 * Reads the `submission_metadata.yml` of Gradescope's export: a folder's name → who handed it in. Its keys are Ruby's symbols
 * (`:name:`). What is not of that form says nothing. Pure.
 */
export function readSubmitters(text: string): ReadonlyMap<string, Submitter> {
  const found = new Map<string, Submitter>();
  const all = text.length > longest ? undefined : parsed(text);
  for (const [folder, value] of Object.entries(all ?? {})) {
    const { ':submitters': listed, ':created_at': created } = recordOf(value);
    const people = (Array.isArray(listed) ? listed : []).map(recordOf);
    if (people.length === 0) continue;
    const at = typeof created === 'string' ? momentOf(created) : '';
    const only = people.length === 1 ? people[0] : undefined;
    found.set(folder, {
      name: people
        .map(person => textOf(person[':name']))
        .filter(Boolean)
        .join(' + '),
      sisUserId: textOf(only?.[':sid']),
      email: textOf(only?.[':email']),
      submitted: at,
    });
  }
  return found;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return recordOf(parse(text, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'silent' }));
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** `2026-11-20 22:10:00.123 -03:00`, as Ruby writes it. */
function momentOf(text: string): string {
  const [, day, time, zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(text.trim()) ?? [];
  if (day === undefined || time === undefined) return '';
  const date = new Date(`${day}T${time}${zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
