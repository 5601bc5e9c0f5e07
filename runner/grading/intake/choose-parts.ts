import type { Message } from '../../base/message.ts';
import { challengeTitle, say } from '../../language/say.ts';
import { type Candidate, isInside } from './candidate-folders.ts';
import { byDepthAndName } from './part-files.ts';
import type { Planned } from './plan/plan-part.ts';
import { printable } from './printable.ts';

/** A folder with what was found in it. */
export interface PlannedCandidate extends Candidate {
  /** Where its instructions are: the folder itself, or one inside of it. */
  readonly home: string;
  readonly planned: Planned;
}

/** What is taken for a challenge's work. */
export interface ChosenPart extends PlannedCandidate {
  readonly remarks: readonly Message[];
}

/** One part for each challenge: the shallowest folder that says how to bring it up, and what there is to say about the others. */
export function chooseParts(all: readonly PlannedCandidate[]): readonly ChosenPart[] {
  const real = all.filter(it => isReal(it, all));
  const ids = [...new Set(real.map(({ challenge }) => challenge.id))];
  return ids.flatMap(id => {
    const ranked = real.filter(({ challenge }) => challenge.id === id).sort(byRank);
    const [chosen] = ranked;
    if (chosen === undefined) return [];
    const title = challengeTitle(id);
    const others = ranked.slice(1).filter(({ home }) => home !== chosen.home);
    const outer = real.find(it => it.challenge.id !== id && isInside(chosen.path, it.path));
    const remarks = [
      ...(chosen.home === chosen.path ? [] : [say('intake.found-in', { title, path: shown(chosen.home) })]),
      ...(outer === undefined ? [] : [say('intake.nested', { inner: shown(chosen.path), outer: shown(outer.path) })]),
      ...(others.length === 0
        ? []
        : [
            say('intake.duplicates', {
              title,
              chosen: shown(chosen.home),
              others: others
                .slice(0, 5)
                .map(({ path }) => `“${shown(path)}”`)
                .join(', '),
            }),
          ]),
    ];
    return [{ ...chosen, remarks: [...remarks, ...chosen.planned.remarks] }];
  });
}

/** A name that may mean something else does so inside of a challenge that is complete, or deep down with nothing in it. */
function isReal(candidate: PlannedCandidate, all: readonly PlannedCandidate[]): boolean {
  if (candidate.certain) return true;
  if (all.some(it => isInside(candidate.path, it.path) && rankOf(it) < 2)) return false;
  return rankOf(candidate) < 2 || candidate.path.split('/').length <= 2;
}

function byRank(one: PlannedCandidate, other: PlannedCandidate): number {
  return rankOf(one) - rankOf(other) || byDepthAndName(one.home, other.home);
}

function rankOf({ planned }: PlannedCandidate): number {
  return { script: 0, 'compose-only': 1, none: 2 }[planned.plan.kind];
}

function shown(path: string): string {
  return printable(path, 160);
}
