import { UsageError } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { findChallenge } from '../../challenge/load.ts';
import { mostPoints } from '../points.ts';
import { gradeBookMessages } from '../texts/book.ts';
import { type JsonFile, type JsonPlace, jsonOf } from './json-place.ts';
import { momentExample, momentOf } from './moment.ts';
import type { ChallengeRubric, Lateness, PenaltyStep, Rubric } from './rubric.ts';

const schema = 'lab.rubric/1';
const schemaExample = `"schema": "${schema}"`;
const pointsExample = '"points": 20';
const challengesExample = '"challenges": { "1": { "points": 20 } }';
const penaltiesExample = '"penalties": [{ "afterHours": 24, "percent": 10 }]';
const deadlineExample = `"deadline": "${momentExample}"`;
const keys = [
  'schema',
  'title',
  'counts',
  'challenges',
  'deadline',
  'penalties',
  'mostPenalty',
  'submitted',
  'canvasAssignment',
] as const;

/** Reads a rubric. Throws UsageError that says what is wrong, where, and how it could look. `challenges`: all that there are. */
export function parseRubric(text: string, challenges: readonly Challenge[], from: JsonFile): Rubric {
  const t = gradeBookMessages[from.language];
  const whole = jsonOf(text, from);
  const fields = whole.fields(keys, `{ ${schemaExample} }`);
  if (fields.schema?.value !== schema) throw (fields.schema ?? whole).wrong(t.schema(schema), schemaExample);
  const find = (place: JsonPlace, word: string): Challenge => {
    const challenge = findChallenge(challenges, word);
    if (challenge === undefined) throw place.unknown(challenges.map(({ id }) => id));
    return challenge;
  };
  const weights = new Map<string, ChallengeRubric>();
  for (const [word, place] of fields.challenges?.entries(challengesExample) ?? []) {
    const challenge = find(place, word);
    if (weights.has(challenge.id)) throw new UsageError(t.twice(from.file, place.at), { why: t.twiceWhy });
    weights.set(challenge.id, challengeRubric(place, challenge, from));
  }
  return {
    title: fields.title?.text('"title": "Docker, 2026"') ?? '',
    canvasAssignment: fields.canvasAssignment === undefined ? '' : assignment(fields.canvasAssignment, from),
    counts: fields.counts?.list('"counts": [1, 2, 3]').map(place => find(place, String(place.value)).id),
    challenges: weights,
    lateness: latenessOf(whole, fields, from),
    submitted: new Map(
      (fields.submitted?.entries(`"submitted": { "ana": "${momentExample}" }`) ?? []).map(([id, place]) => [
        id,
        moment(place, `"${id.slice(0, 40)}": "${momentExample}"`, from),
      ]),
    ),
  };
}

function challengeRubric(place: JsonPlace, challenge: Challenge, { language }: JsonFile): ChallengeRubric {
  const t = gradeBookMessages[language];
  const example = '"1": { "points": 20, "bonusCap": 2 }';
  const { points, bonusCap, objectives } = place.fields(['points', 'bonusCap', 'objectives'], example);
  const own = new Map<string, number>();
  for (const [id, one] of objectives?.entries('"objectives": { "no-compose": 2 }') ?? []) {
    if (challenge.objectives.every(objective => objective.id !== id))
      throw one.unknown(challenge.objectives.map(objective => objective.id));
    own.set(id, one.number(t.points(mostPoints), `"${id}": 4`));
  }
  const required = challenge.objectives.filter(({ bonus }) => !bonus);
  if (objectives !== undefined && required.every(({ id, points }) => (own.get(id) ?? points) === 0))
    throw objectives.wrong(t.someRequired, `"${required[0]?.id ?? ''}": 4`);
  return {
    points: points?.number(t.points(mostPoints), pointsExample),
    bonusCap: bonusCap?.number(t.points(mostPoints), '"bonusCap": 2'),
    objectives: own,
  };
}

function latenessOf(
  whole: JsonPlace,
  { deadline, penalties, mostPenalty }: Partial<Record<(typeof keys)[number], JsonPlace>>,
  from: JsonFile,
): Lateness | undefined {
  const t = gradeBookMessages[from.language];
  const steps = penalties?.list(penaltiesExample).map(place => stepOf(place, from)) ?? [];
  const most = mostPenalty?.number(t.percent, '"mostPenalty": 50', 100) ?? 100;
  if (deadline === undefined && (penalties ?? mostPenalty) !== undefined)
    throw whole.wrong(t.deadlineFirst, deadlineExample);
  return deadline === undefined ? undefined : { deadline: moment(deadline, deadlineExample, from), steps, most };
}

function stepOf(place: JsonPlace, { language }: JsonFile): PenaltyStep {
  const t = gradeBookMessages[language];
  const example = '{ "afterHours": 24, "percent": 10 }';
  const { afterHours, everyHours, percent } = place.fields(['afterHours', 'everyHours', 'percent'], example);
  const hours = afterHours ?? everyHours;
  if (hours === undefined || (afterHours !== undefined && everyHours !== undefined))
    throw place.wrong(t.oneOfHours, example);
  if (percent === undefined) throw place.wrong('"percent"', example);
  const kind = afterHours === undefined ? 'every' : 'after';
  const count = hours.number(kind === 'every' ? t.hoursAbove : t.hours, example, 100_000);
  if (kind === 'every' && count === 0) throw hours.wrong(t.hoursAbove, '{ "everyHours": 24, "percent": 10 }');
  return { kind, hours: count, percent: percent.number(t.percent, '"percent": 10', 100) };
}

function moment(place: JsonPlace, example: string, { language }: JsonFile): string {
  const found = momentOf(String(place.value));
  if (found === undefined) throw place.wrong(gradeBookMessages[language].moment, example);
  return found;
}

/** Canvas's numbers are digits; as a text, too, because they can be longer than a number is exact. */
function assignment(place: JsonPlace, { language }: JsonFile): string {
  const text = String(place.value);
  if (/^\d{1,20}$/.test(text)) return text;
  throw place.wrong(gradeBookMessages[language].text, '"canvasAssignment": "12345"');
}
