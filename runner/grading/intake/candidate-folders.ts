import type { Challenge } from '../../challenge/definition.ts';
import { isAbout } from '../../challenge/lab-json-content.ts';
import { isStore } from './clutter.ts';
import { challengeNamed, speaksOfAChallenge } from './names/challenge-name.ts';

/** A folder that may be somebody's work on a challenge. */
export interface Candidate {
  readonly path: string;
  readonly challenge: Challenge;
  readonly certain: boolean;
}

/** What the `lab.json` files of a submission say that they are about: a folder's path → a challenge's id, or any other word. */
export type Claims = ReadonlyMap<string, string>;

/** No submission has more; one that does was made to keep us busy. */
const maxCandidates = 60;

/** The folders whose name, or whose `lab.json`, says that they are a challenge. */
export function candidatesIn(
  folders: readonly string[],
  claims: Claims,
  challenges: readonly Challenge[],
): Candidate[] {
  const found = folders.filter(isWorthALook).flatMap((path): Candidate[] => {
    const claim = claims.get(path);
    if (claim !== undefined) {
      const challenge = claimed(claim, challenges);
      return challenge === undefined ? [] : [{ path, challenge, certain: true }];
    }
    const named = challengeNamed(nameOf(path), challenges);
    return named === undefined ? [] : [{ path, ...named }];
  });
  return found.filter(it => !isCollection(it, found)).slice(0, maxCandidates);
}

/** True if some folder's name speaks of a challenge, known here or not: then the submission is not one as a whole. */
export function isDivided(folders: readonly string[]): boolean {
  return folders.filter(isWorthALook).some(path => speaksOfAChallenge(nameOf(path)));
}

/** The challenge that a `lab.json` names by its id or its number. */
export function claimed(claim: string, challenges: readonly Challenge[]): Challenge | undefined {
  return challenges.find(challenge => isAbout(claim, challenge));
}

export function isInside(path: string, folder: string): boolean {
  return folder === '' ? path !== '' : path.startsWith(`${folder}/`);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A folder with those of two other challenges in it is called after the course, and no challenge. */
function isCollection(candidate: Candidate, all: readonly Candidate[]): boolean {
  const others = all.filter(
    ({ path, challenge }) => isInside(path, candidate.path) && challenge !== candidate.challenge,
  );
  return new Set(others.map(({ challenge }) => challenge)).size >= 2;
}

function isWorthALook(path: string): boolean {
  const parts = path.split('/');
  return !parts.slice(0, -1).some(isStore) && !isStore(nameOf(path)) && !parts.some(part => part.startsWith('.'));
}
