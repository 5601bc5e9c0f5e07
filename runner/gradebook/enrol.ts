import { byName } from '../base/by-name.ts';
import type { Language } from '../base/language.ts';
import type { Roster, RosterEntry, Rubric } from './book-files/rubric.ts';
import type { Identity } from './gradebook.ts';
import type { SubmissionResult } from './result.ts';

/** One who gets a grade. */
export interface Enrolled {
  /** The submission's id; of a team, with the member's name behind it. */
  readonly id: string;
  /** What overrides may call them, too: the team's id. */
  readonly team: string;
  readonly identity: Identity;
  /** `undefined` if nothing was handed in. */
  readonly result: SubmissionResult | undefined;
  readonly submitted: string | undefined;
}

/** A class: who is in it, and what does not fit. */
export interface Enrolment {
  /** By id, as people sort. */
  readonly students: readonly Enrolled[];
  /** Submissions that are in no line of the roster. */
  readonly unlisted: readonly string[];
  /** Students of the roster who handed nothing in. */
  readonly missing: readonly string[];
}

export const nobody: Identity = {
  name: '',
  email: '',
  canvasId: '',
  sisUserId: '',
  sisLoginId: '',
  section: '',
  moodleId: '',
};

/** Finds out whose each submission is. Without a roster, each is its own student's. Pure. */
export function enrol(results: readonly SubmissionResult[], roster: Roster | undefined, language: Language): Enrolment {
  const find = finder(results);
  const called = labels(roster?.entries ?? []);
  const teams = new Map<string, { result: SubmissionResult | undefined; entries: RosterEntry[] }>();
  for (const entry of roster?.entries ?? []) {
    const result = (entry.folder === '' ? undefined : find(entry.folder)) ?? byNumber(results, entry.identity);
    const id = result?.id ?? (entry.folder === '' ? called(entry.identity) : entry.folder);
    const team = teams.get(id) ?? { result, entries: [] };
    teams.set(id, team);
    team.entries.push(entry);
  }
  const listed = [...teams].flatMap(([team, { result, entries }]) =>
    entries.map(({ identity, submitted }): Enrolled => {
      const id = entries.length === 1 ? team : `${team} · ${called(identity)}`;
      // A number in a name is one student's, whoever else is in the team.
      const known = entries.length === 1 ? completed(identity, result) : identity;
      return { id, team, identity: known, result, submitted: submitted ?? result?.owner?.submitted };
    }),
  );
  const unlisted = results.filter(({ id }) => !teams.has(id));
  const students = [
    ...listed,
    ...unlisted.map(result => ({
      id: result.id,
      team: result.id,
      identity: completed(nobody, result),
      result,
      submitted: result.owner?.submitted,
    })),
  ].sort(byName(language, ({ id }) => id));
  return {
    students,
    unlisted: roster === undefined ? [] : unlisted.map(({ id }) => id),
    missing: students.filter(({ result }) => result === undefined).map(({ id }) => id),
  };
}

/** When a student handed in; `undefined` if it is not known. */
export function submittedAt(student: Enrolled, rubric: Rubric | undefined): string | undefined {
  return student.submitted ?? rubric?.submitted.get(student.id) ?? rubric?.submitted.get(student.team);
}

/** What each of a class is called: those of one name with a number or an address behind it. */
function labels(entries: readonly RosterEntry[]): (identity: Identity) => string {
  const alike = Map.groupBy(entries, ({ identity }) => labelOf(identity));
  return identity => {
    const label = labelOf(identity);
    const { sisUserId, sisLoginId, canvasId, moodleId, email } = identity;
    const more = [canvasId, moodleId, sisUserId, sisLoginId, email].find(text => text !== '' && text !== label);
    return (alike.get(label)?.length ?? 0) > 1 && more !== undefined ? `${label} (${more})` : label;
  };
}

/** What tells a student from the others of a team. */
export function labelOf({ name, email, sisUserId, sisLoginId, canvasId, moodleId }: Identity): string {
  return name || email || sisUserId || sisLoginId || canvasId || moodleId;
}

/** What the roster says, and where that is nothing, what the school's system had in the name. */
function completed(identity: Identity, result: SubmissionResult | undefined): Identity {
  const { name = '', canvasId = '', moodleId = '', sisUserId = '', email = '' } = result?.owner ?? {};
  return {
    ...identity,
    name: identity.name || name,
    canvasId: identity.canvasId || canvasId,
    moodleId: identity.moodleId || moodleId,
    sisUserId: identity.sisUserId || sisUserId,
    email: identity.email || email,
  };
}

/** The submission that has a student's number of Canvas or Moodle in its name. */
function byNumber(results: readonly SubmissionResult[], identity: Identity): SubmissionResult | undefined {
  const moodleId = /\d+$/.exec(identity.moodleId)?.[0];
  return results.find(
    ({ owner }) =>
      (owner?.canvasId !== undefined && owner.canvasId === identity.canvasId) ||
      (owner?.moodleId !== undefined && owner.moodleId === moodleId) ||
      (owner?.sisUserId !== undefined && owner.sisUserId === identity.sisUserId) ||
      (owner?.email !== undefined && owner.email.toLowerCase() === identity.email.toLowerCase()),
  );
}

/**
 * By the very id; else in the forms that people write it in, or as the end that GitHub Classroom gives a repository
 * (`assignment-username`), where only one submission can be meant.
 */
function finder(results: readonly SubmissionResult[]): (folder: string) => SubmissionResult | undefined {
  const exact = new Map(results.map(result => [result.id, result]));
  const loose = Map.groupBy(results, ({ id }) => folderKey(id));
  return folder => {
    const key = folderKey(folder);
    const alike = loose.get(key) ?? results.filter(({ id }) => folderKey(id).endsWith(`-${key}`));
    const [shortest, next] = alike.toSorted((one, other) => one.id.length - other.id.length);
    return exact.get(folder) ?? (next === undefined ? shortest : undefined);
  };
}

/** A folder's name without what people write differently: case, accents as two characters, a slash or an archive's ending. */
export function folderKey(folder: string): string {
  return folder
    .normalize('NFC')
    .trim()
    .replace(/[/\\]+$/, '')
    .replace(/\.(zip|tar|tgz|tar\.gz|rar|7z)$/i, '')
    .toLowerCase();
}
