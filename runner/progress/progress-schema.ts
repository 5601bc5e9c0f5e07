import * as v from 'valibot';
import { languages } from '../base/language.ts';
import { type Example, expects } from '../format/expects.ts';
import { knownFields, record } from '../format/objects.ts';
import { say } from '../language/say.ts';
import { schema } from './progress.ts';

/** Ids are folder names of challenges and ids of objectives; nothing else is ever shown on a terminal from here. */
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/), expects(say('expected.id'), 'custom-network'));

const exampleMoment = '2026-11-20T12:00:00Z';

/** In whatever form it is written, it is kept in the one of `Date.toISOString`. */
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T/),
  v.check(text => !Number.isNaN(Date.parse(text))),
  expects(say('expected.moment'), exampleMoment),
  v.transform(text => new Date(text).toISOString()),
);

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const points = v.pipe(count, expects(say('expected.whole-points'), 4));

const object = <Input>(example: { [key: string]: Example }) => expects<Input>(say('expected.object'), example);

const challenge = knownFields({
  firstOpenedAt: v.optional(moment),
  completedAt: v.optional(
    v.pipe(moment, v.description('When all that is required was met at once for the first time.')),
  ),
  solutionSeenAt: v.optional(moment),
  spentMs: v.pipe(count, expects(say('expected.milliseconds'), 60_000)),
  best: v.pipe(
    knownFields({ earned: points, bonus: points }),
    object({ earned: 20, bonus: 2 }),
    v.description('The most points of any report, each kind for itself.'),
  ),
  objectives: v.pipe(
    record(id, moment),
    object({ 'custom-network': exampleMoment }),
    v.description('Objective’s id → when it was first met.'),
  ),
  hints: v.pipe(
    record(id, v.pipe(v.picklist([1, 2, 3]), expects(say('expected.hint-level'), 2))),
    object({ 'custom-network': 2 }),
    v.description('Objective’s id → the highest level of hint that was asked for.'),
  ),
  lastReport: v.optional(
    v.pipe(
      knownFields({
        ...{ at: moment, earned: points, possible: points, bonus: points },
        met: v.pipe(v.array(id), expects(say('expected.list'), ['custom-network'])),
      }),
      object({ at: exampleMoment, earned: 20, possible: 20, bonus: 2, met: ['custom-network'] }),
    ),
  ),
});

/** `progress.json`, the file that progress is kept in: what a learner was seen to reach. */
export const progressSchema = v.pipe(
  knownFields({
    schema: v.pipe(v.literal(schema), expects(say('expected.schema', { schema }), schema)),
    language: v.optional(v.pipe(v.picklist(languages), expects(say('expected.language'), 'pt-BR'))),
    challenges: v.pipe(record(id, challenge), object({}), v.description('By the challenge’s id.')),
  }),
  object({ schema, challenges: {} }),
  v.description('What the lab remembers of a learner: progress.json.'),
);
