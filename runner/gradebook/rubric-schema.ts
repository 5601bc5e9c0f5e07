import * as v from 'valibot';
import { expects } from '../format/expects.ts';
import { fields, record } from '../format/objects.ts';
import { say } from '../language/say.ts';
import { hundredths, moment, objectivePoints, points, schemaName, text, timezone } from './book-values.ts';
import { maxPoints } from './points.ts';

const maxHours = 100_000;
const percent = v.pipe(hundredths(100), expects(say('expected.percent'), 10));

const challenge = v.pipe(
  fields({
    points: v.optional(v.pipe(points, v.description('The full mark; the objectives are scaled to it.'))),
    bonusCap: v.optional(
      v.pipe(
        points,
        expects(say('expected.points', { max: maxPoints }), 2),
        v.description('The most that bonus objectives add.'),
      ),
    ),
    objectives: v.optional(
      v.pipe(
        objectivePoints,
        expects(say('expected.object'), { 'no-compose': 2 }),
        v.description('Objective’s id → its points, before they are scaled.'),
      ),
    ),
  }),
  expects(say('expected.object'), { points: 20, bonusCap: 2 }),
);

const penalty = v.pipe(
  fields({
    afterHours: v.optional(v.pipe(hundredths(maxHours), expects(say('expected.hours'), 24))),
    everyHours: v.optional(v.pipe(hundredths(maxHours), v.gtValue(0), expects(say('expected.hours-above'), 24))),
    percent,
  }),
  v.check(({ afterHours, everyHours }) => (afterHours === undefined) !== (everyHours === undefined)),
  expects(say('expected.penalty'), { afterHours: 24, percent: 10 }),
);

const challengeWord = v.pipe(v.union([v.string(), v.number()]), expects(say('expected.challenge-word'), 1));

/** `rubric.json`: how the instructor weighs the challenges. Which challenges and objectives there are is looked at behind it. */
export const rubricSchema = v.pipe(
  fields({
    schema: schemaName('lab.rubric/1'),
    title: v.optional(text('Docker, 2026')),
    counts: v.optional(
      v.pipe(
        v.array(challengeWord),
        expects(say('expected.challenges'), [1, 2, 3]),
        v.description('The challenges that count; without it, all that were graded.'),
      ),
    ),
    challenges: v.optional(
      v.pipe(
        record(v.string(), challenge),
        expects(say('expected.object'), { 1: { points: 20 } }),
        v.description('By number or id.'),
      ),
    ),
    timezone: v.optional(
      v.pipe(timezone, v.description('Of the class: dates without a zone are in it, and reports show times in it.')),
    ),
    compose: v.optional(
      v.pipe(
        v.picklist(['translate']),
        expects(say('expected.compose'), 'translate'),
        v.description('What becomes of submissions that leave all to Compose; without it, they are not run.'),
      ),
    ),
    deadline: v.optional(moment),
    penalties: v.optional(
      v.pipe(
        v.array(penalty),
        expects(say('expected.list'), [{ afterHours: 24, percent: 10 }]),
        v.description('What handing in late takes off; the one that takes most counts.'),
      ),
    ),
    mostPenalty: v.optional(
      v.pipe(
        percent,
        expects(say('expected.percent'), 50),
        v.description('The most that is taken off, in percent of what was earned.'),
      ),
    ),
    submitted: v.optional(
      v.pipe(
        record(v.string(), moment),
        expects(say('expected.object'), { ana: '2026-11-20T23:59:00-03:00' }),
        v.description('Submission’s id → when it was handed in.'),
      ),
    ),
    canvasAssignment: v.optional(
      v.pipe(
        v.union([v.string(), v.number()]),
        v.check(number => /^\d{1,20}$/.test(String(number))),
        expects(say('expected.assignment'), '12345'),
      ),
    ),
  }),
  expects(say('expected.object'), { schema: 'lab.rubric/1' }),
  v.description('How the instructor weighs the challenges: rubric.json of lab grade.'),
);
