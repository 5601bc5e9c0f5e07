import { withoutAccents } from '../base/text/without-accents.ts';
import { nearest } from '../format/nearest.ts';
import type { Enrolled } from './enrol.ts';

/** Whom words mean: a student's id → what was written for them; and the words that mean nobody, or more than one. */
export interface Meant<Written> {
  readonly byId: ReadonlyMap<string, Written>;
  /** With the nearest id behind those that have one. */
  readonly nobody: readonly string[];
}

/**
 * Finds out whom an instructor means: by the very id, a team's id for all in it, and else by id, name or address whatever the case and
 * accents, where only one fits. What names a student goes before what names their team. Pure.
 */
export function meant<Written>(
  written: ReadonlyMap<string, Written>,
  students: readonly Pick<Enrolled, 'id' | 'team' | 'identity'>[],
): Meant<Written> {
  const byId = new Map<string, Written>();
  const nobody: string[] = [];
  const ofTeams: [string, Written][] = [];
  for (const [word, one] of written) {
    const exact = students.find(({ id }) => id === word);
    const team = students.filter(it => it.team === word);
    const alike = students.filter(({ id, identity }) =>
      [id, identity.name, identity.email].some(text => text !== '' && plain(text) === plain(word)),
    );
    const [only, ...others] = alike;
    if (exact !== undefined) byId.set(exact.id, one);
    else if (team.length > 0) ofTeams.push(...team.map(({ id }): [string, Written] => [id, one]));
    else if (only !== undefined && others.length === 0) byId.set(only.id, one);
    else {
      const near = nearest(
        word,
        students.map(({ id }) => id),
      );
      nobody.push(near === undefined ? word : `${word} (${near}?)`);
    }
  }
  for (const [id, one] of ofTeams) if (!byId.has(id)) byId.set(id, one);
  return { byId, nobody };
}

function plain(text: string): string {
  return withoutAccents(text).toLowerCase().replace(/\s+/g, ' ').trim();
}
