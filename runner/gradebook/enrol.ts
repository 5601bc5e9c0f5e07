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
  const teams = new Map<string, { result: SubmissionResult | undefined; entries: RosterEntry[] }>();
  for (const entry of roster?.entries ?? []) {
    const result = (entry.folder === '' ? undefined : find(entry.folder)) ?? byNumber(results, entry.identity);
    const id = result?.id ?? (entry.folder === '' ? labelOf(entry.identity) : entry.folder);
    const team = teams.get(id) ?? { result, entries: [] };
    teams.set(id, team);
    team.entries.push(entry);
  }
  const listed = [...teams].flatMap(([team, { result, entries }]) =>
    entries.map(({ identity, submitted }): Enrolled => {
      const id = entries.length === 1 ? team : `${team} · ${labelOf(identity)}`;
      // A number in a name is one student's, whoever else is in the team.
      const known = entries.length === 1 ? completed(identity, result) : identity;
      return { id, team, identity: known, result, submitted };
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
      submitted: undefined,
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

/** What tells a student from the others of a team. */
export function labelOf({ name, email, sisUserId, sisLoginId, canvasId, moodleId }: Identity): string {
  return name || email || sisUserId || sisLoginId || canvasId || moodleId;
}

/** What the roster says, and where that is nothing, what the school's system had in the name. */
function completed(identity: Identity, result: SubmissionResult | undefined): Identity {
  const { name = '', canvasId = '', moodleId = '' } = result?.owner ?? {};
  return {
    ...identity,
    name: identity.name || name,
    canvasId: identity.canvasId || canvasId,
    moodleId: identity.moodleId || moodleId,
  };
}

/** The submission that has a student's number of Canvas or Moodle in its name. */
function byNumber(results: readonly SubmissionResult[], identity: Identity): SubmissionResult | undefined {
  const moodleId = /\d+$/.exec(identity.moodleId)?.[0];
  return results.find(
    ({ owner }) =>
      (owner?.canvasId !== undefined && owner.canvasId === identity.canvasId) ||
      (owner?.moodleId !== undefined && owner.moodleId === moodleId),
  );
}

/** By the very id; else in the forms that people write it in, where only one submission can be meant. */
function finder(results: readonly SubmissionResult[]): (folder: string) => SubmissionResult | undefined {
  const exact = new Map(results.map(result => [result.id, result]));
  const loose = Map.groupBy(results, ({ id }) => folderKey(id));
  return folder => {
    const alike = loose.get(folderKey(folder)) ?? [];
    return exact.get(folder) ?? (alike.length === 1 ? alike[0] : undefined);
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
