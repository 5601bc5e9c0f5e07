import * as v from 'valibot';
import { languages } from '../base/language.ts';
import { expects } from '../format/expects.ts';
import { knownFields, record } from '../format/objects.ts';
import { say } from '../language/say.ts';
import { schema } from './progress.ts';

/** Ids are folder names of challenges and ids of objectives; nothing else is ever shown on a terminal from here. */
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/), expects(say('expected.id'), 'custom-network'));

/** In whatever form it is written, it is kept in the one of `Date.toISOString`. */
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T/),
  v.check(text => !Number.isNaN(Date.parse(text))),
  expects(say('expected.moment'), '2026-11-20T12:00:00Z'),
  v.transform(text => new Date(text).toISOString()),
);

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const points = v.pipe(count, expects(say('expected.whole-points'), 4));

const challenge = knownFields({
  firstOpenedAt: v.optional(moment),
  completedAt: v.optional(moment),
  solutionSeenAt: v.optional(moment),
  spentMs: v.pipe(count, expects(say('expected.milliseconds'), 60_000)),
  best: knownFields({ earned: points, bonus: points }),
  objectives: record(id, moment),
  hints: record(id, v.pipe(v.picklist([1, 2, 3]), expects(say('expected.hint-level'), 2))),
  lastReport: v.optional(
    knownFields({ at: moment, earned: points, possible: points, bonus: points, met: v.array(id) }),
  ),
});

/** `progress.json`, the file that progress is kept in: what a learner was seen to reach. */
export const progressSchema = v.pipe(
  knownFields({
    schema: v.pipe(v.literal(schema), expects(say('expected.schema', { schema }), schema)),
    language: v.optional(v.pipe(v.picklist(languages), expects(say('expected.language'), 'pt-BR'))),
    challenges: record(id, challenge),
  }),
  v.description('What the lab remembers of a learner: progress.json.'),
);
