import type * as v from 'valibot';
import type { Challenge } from '../../challenge/definition.ts';
import { findChallenge } from '../../challenge/load.ts';
import { type Key, type Problem, twiceAt, unknownAt, wrongAt } from '../../format/problem.ts';
import { readFormat } from '../../format/read-format.ts';
import { say } from '../../language/say.ts';
import { type BookFile, bookError } from '../book-file.ts';
import { rubricSchema } from '../rubric-schema.ts';
import { momentExample, momentOf } from './moment.ts';
import type { ChallengeRubric, Lateness, PenaltyStep, Rubric } from './rubric.ts';

type Written = v.InferOutput<typeof rubricSchema>;
type WrittenChallenge = NonNullable<Written['challenges']>[string];

/** Reads a rubric. Throws UsageError that says where its form is wrong, all at once, and how it could look; else what it names that there is not. `challenges`: all that there are. */
export function parseRubric(text: string, challenges: readonly Challenge[], from: BookFile): Rubric {
  const read = readFormat(text, rubricSchema);
  if (read.kind === 'wrong') throw bookError(read.problems, from);
  const written = read.value;
  const [first, ...others] = [
    ...unknownIn(written, challenges),
    ...deadlineIn(written),
    ...zonelessIn(written),
    ...twiceIn(written),
  ];
  if (first !== undefined) throw bookError([first, ...others], from);
  const idOf = (word: string | number) => findChallenge(challenges, String(word))?.id ?? String(word);
  return {
    title: written.title ?? '',
    timezone: written.timezone ?? '',
    canvasAssignment: String(written.canvasAssignment ?? ''),
    counts: written.counts?.map(idOf),
    challenges: new Map(
      Object.entries(written.challenges ?? {}).map(([word, one]) => [idOf(word), challengeRubric(one)]),
    ),
    lateness: latenessOf(written),
    submitted: new Map(
      Object.entries(written.submitted ?? {}).map(([id, when]) => [id, momentOf(when, written.timezone) ?? when]),
    ),
    translatesCompose: written.compose === 'translate',
  };
}

/** Challenges and objectives that there are not, or that are there twice. */
function unknownIn({ counts = [], challenges = {} }: Written, known: readonly Challenge[]): Problem[] {
  const ids = known.map(({ id }) => id);
  const seen = new Set<string>();
  return [
    ...counts.flatMap((word, index) =>
      findChallenge(known, String(word)) === undefined ? [unknownAt(['counts', index], ids, String(word))] : [],
    ),
    ...Object.entries(challenges).flatMap(([word, { objectives }]) => {
      const challenge = findChallenge(known, word);
      if (challenge === undefined) return [unknownAt(['challenges', word], ids)];
      if (seen.has(challenge.id)) return [twiceAt(['challenges', word])];
      seen.add(challenge.id);
      return objectives === undefined ? [] : objectivesOf(challenge, objectives, ['challenges', word, 'objectives']);
    }),
  ];
}

function objectivesOf(
  { objectives }: Challenge,
  own: NonNullable<WrittenChallenge['objectives']>,
  path: readonly string[],
): Problem[] {
  const ids = objectives.map(({ id }) => id);
  const unknown = Object.keys(own).filter(id => !ids.includes(id));
  if (unknown.length > 0) return unknown.map(id => unknownAt([...path, id], ids));
  const required = objectives.filter(({ bonus }) => !bonus);
  if (required.some(({ id, points }) => (own[id] ?? points) > 0)) return [];
  const example = { [required[0]?.id ?? '']: 4 };
  return [wrongAt(path, { expected: say('expected.required-points'), example }, own)];
}

/** Penalties count from a deadline. */
function deadlineIn({ deadline, penalties, mostPenalty }: Written): Problem[] {
  if (deadline !== undefined || (penalties === undefined && mostPenalty === undefined)) return [];
  return [wrongAt(['deadline'], { expected: say('expected.deadline'), example: momentExample }, undefined)];
}

/** Dates of which nobody knows the zone. */
function zonelessIn({ timezone, deadline, submitted = {} }: Written): Problem[] {
  const dates: [Key[], string][] = [
    ...(deadline === undefined ? [] : [[['deadline'], deadline] as [Key[], string]]),
    ...Object.entries(submitted).map(([id, when]): [Key[], string] => [['submitted', id], when]),
  ];
  return dates.flatMap(([path, when]) =>
    momentOf(when, timezone) === undefined
      ? [wrongAt(path, { expected: say('expected.class-moment'), example: momentExample }, when)]
      : [],
  );
}

/** Two penalties that begin at the same hour: nobody knows which of them was meant. */
function twiceIn({ penalties = [] }: Written): Problem[] {
  const hoursOf = ({ afterHours, everyHours }: (typeof penalties)[number]) => JSON.stringify([afterHours, everyHours]);
  return penalties.flatMap((penalty, index) => {
    const first = penalties.findIndex(other => hoursOf(other) === hoursOf(penalty));
    if (first === index) return [];
    const key = penalty.afterHours === undefined ? 'everyHours' : 'afterHours';
    const expected = say('expected.other-hours', { at: `penalties.${first}` });
    return [wrongAt(['penalties', index, key], { expected }, penalty[key])];
  });
}

function challengeRubric({ points, bonusCap, objectives = {} }: WrittenChallenge): ChallengeRubric {
  return { points, bonusCap, objectives: new Map(Object.entries(objectives)) };
}

function latenessOf({ timezone, deadline, penalties = [], mostPenalty = 100 }: Written): Lateness | undefined {
  if (deadline === undefined) return undefined;
  const steps = penalties.map(({ afterHours, everyHours, percent }): PenaltyStep => {
    const kind = everyHours === undefined ? 'after' : 'every';
    return { kind, hours: everyHours ?? afterHours ?? 0, percent };
  });
  return { deadline: momentOf(deadline, timezone) ?? deadline, steps, most: mostPenalty };
}
