import { join } from 'node:path/posix';
import type { Message } from '../../base/message.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { claimOf } from '../../challenge/lab-json-content.ts';
import { challengeTitle, say } from '../../language/say.ts';
import type { Part } from '../submission.ts';
import type { IntakeLimits } from './archive-limits.ts';
import {
  type Candidate,
  type Claims,
  candidatesIn,
  claimed,
  isDivided,
  isInside,
  nameOf,
} from './candidate-folders.ts';
import { type ChosenPart, chooseParts, type PlannedCandidate } from './choose-parts.ts';
import { isForeign } from './clutter.ts';
import { digestOf } from './digest.ts';
import { findHome, hasLabJson } from './find-home.ts';
import { challengeNamed, numberIn } from './names/challenge-name.ts';
import { fromOuterReadme } from './plan/outer-readme.ts';
import { printable } from './printable.ts';
import { readText } from './read-text.ts';
import type { SubmissionTree } from './submission-tree.ts';

export interface TreeOptions {
  readonly challenges: readonly Challenge[];
  readonly limits: IntakeLimits;
  readonly signal: AbortSignal;
}

/** A lab.json is small, and nobody has many. */
const claimBytes = 64 * 1024;
const maxClaims = 60;

/** The parts of a submission, in the order of the challenges, and remarks on the whole. `name` is what was handed in is called. */
export async function readTree(
  tree: SubmissionTree,
  name: string,
  options: TreeOptions,
): Promise<{ parts: readonly Part[]; remarks: readonly Message[] }> {
  const { challenges, limits } = options;
  const claims = await readClaims(tree);
  const folders = tree.folders;
  const candidates = candidatesIn(folders, claims, challenges);
  const remarks = otherClaims(claims, challenges);
  let chosen: readonly ChosenPart[] = chooseParts(await planned(tree, candidates, options));
  if (chosen.length === 0) {
    const whole = wholeOf(name, folders, claims, options);
    if (whole !== undefined) {
      const found = await planned(tree, [{ path: '', challenge: whole, certain: true }], options);
      chosen = chooseParts(found).filter(({ planned: { plan } }) => plan.kind !== 'none' || claims.has(''));
      if (chosen.length > 0) remarks.push(say('intake.whole-submission', { title: challengeTitle(whole.id) }));
    }
  }
  chosen = await withOuterReadmes(tree, chosen, options);
  if (chosen.length === 0) remarks.push(say('intake.nothing-found'));
  remarks.push(...unknownChallenges(folders, challenges));
  const order = (part: ChosenPart) => challenges.indexOf(part.challenge);
  const parts: Part[] = [];
  for (const { challenge, home, planned: found, remarks: own } of [...chosen].sort((a, b) => order(a) - order(b))) {
    const files = tree.under(home);
    const real = (path: string) => tree.real(join(home, path));
    parts.push({
      challenge: challenge.id,
      folder: tree.real(home),
      path: home === '' ? '.' : printable(home, 300),
      digest: await digestOf(files, real, limits.digestBytes, options.signal),
      plan: found.plan,
      ...(found.fallbacks === undefined ? {} : { fallbacks: found.fallbacks }),
      ...(found.notTaken === undefined || found.notTaken.length === 0 ? {} : { notTaken: found.notTaken }),
      remarks: own,
    });
  }
  return { parts, remarks };
}

async function planned(
  tree: SubmissionTree,
  candidates: readonly Candidate[],
  { limits, signal }: TreeOptions,
): Promise<PlannedCandidate[]> {
  const found: PlannedCandidate[] = [];
  for (const candidate of candidates) {
    signal.throwIfAborted();
    const { path, challenge } = candidate;
    const taken = candidates.filter(it => it.challenge !== challenge && isInside(it.path, path)).map(it => it.path);
    const home = await findHome(tree, path, challenge, taken, { textBytes: limits.textBytes });
    found.push({ ...candidate, home: home.path, planned: home.planned });
  }
  return found;
}

/** What has no instructions of its own may have a section in a README above it, and so may a challenge without a folder. */
async function withOuterReadmes(
  tree: SubmissionTree,
  chosen: readonly ChosenPart[],
  { challenges, limits: { textBytes } }: TreeOptions,
): Promise<ChosenPart[]> {
  const parts: ChosenPart[] = [];
  for (const challenge of challenges) {
    const part = chosen.find(it => it.challenge === challenge);
    const isOpen =
      part === undefined ||
      ((part.planned.plan.kind === 'none' || part.planned.isDeep === true) && !hasLabJson(tree, part.home));
    const found = isOpen ? await fromOuterReadme(tree, part?.path, challenge, { challenges, textBytes }) : undefined;
    if (found === undefined) {
      if (part !== undefined) parts.push(part);
      continue;
    }
    const { folder, readme, planned } = found;
    const remark = say('intake.in-readme', { title: challengeTitle(challenge.id), readme: printable(readme, 160) });
    const remarks = [...(part?.remarks ?? []), remark, ...planned.remarks];
    parts.push({ challenge, certain: true, path: folder, home: folder, planned, remarks });
  }
  return parts;
}

/** Folders near the top that speak of a challenge by a word and a number, and there is none of that number. */
function unknownChallenges(folders: readonly string[], challenges: readonly Challenge[]): Message[] {
  return folders
    .filter(path => path.split('/').length <= 2 && !path.split('/').some(isForeign))
    .filter(path => numberIn(nameOf(path)) !== undefined && challengeNamed(nameOf(path), challenges) === undefined)
    .slice(0, 5)
    .map(path => say('intake.no-such-challenge', { path: printable(path, 160) }));
}

/** What the `lab.json` files say that they are about. */
async function readClaims(tree: SubmissionTree): Promise<Claims> {
  const files = tree.entries
    .filter(({ kind, path }) => kind === 'file' && nameOf(path) === 'lab.json' && !path.split('/').some(isForeign))
    .slice(0, maxClaims);
  const claims = new Map<string, string>();
  for (const { path } of files) {
    const { text } = await readText(tree.real(path), claimBytes);
    const claim = claimOf(text);
    if (claim !== undefined) claims.set(path.slice(0, Math.max(path.lastIndexOf('/'), 0)), claim);
  }
  return claims;
}

function otherClaims(claims: Claims, challenges: readonly Challenge[]): Message[] {
  return [...claims].flatMap(([path, claim]) => {
    const named = challengeNamed(nameOf(path), challenges);
    if (named?.certain !== true || claimed(claim, challenges) === named.challenge) return [];
    return [say('intake.other-in-lab-json', { path: printable(path, 160), id: printable(claim, 60) })];
  });
}

/** The challenge that a submission is for as a whole: by its `lab.json`, by what it is called, or because there is no other. */
function wholeOf(
  name: string,
  folders: readonly string[],
  claims: Claims,
  { challenges }: TreeOptions,
): Challenge | undefined {
  const claim = claims.get('');
  if (claim !== undefined) return claimed(claim, challenges);
  const named = challengeNamed(name, challenges);
  if (named?.certain === true) return named.challenge;
  return challenges.length === 1 && !isDivided([...folders, name]) ? challenges[0] : undefined;
}
