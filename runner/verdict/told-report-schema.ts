import * as v from 'valibot';
import { languages } from '../base/language.ts';
import { knownFields } from '../format/objects.ts';
import { amount, flag, howBound, isoMoment, messageFields, score, text, texts, verdict } from './report-schema.ts';
import type { ToldBinding, ToldObjective, ToldReport } from './told-report.ts';

export const toldObjective: v.GenericSchema<ToldObjective> = v.pipe(
  knownFields({
    ...{ id: text, title: text, points: amount, bonus: flag, verdict },
    ...{ observed: text, expected: text, why: text, next: text, durationMs: amount },
    ...messageFields,
  }),
  v.description('One objective: sentences in the language of the report, and the finding that they are made from.'),
);

export const toldBinding: v.GenericSchema<ToldBinding> = v.pipe(
  knownFields({
    ...{ role: text, title: text, name: v.optional(text), how: howBound, because: text },
    candidates: v.pipe(texts, v.description('Those that could be meant, where several could.')),
  }),
  v.description('Which container plays a role, and how that was found.'),
);

/** What `lab verify --json` writes. */
export const toldReportSchema: v.GenericSchema<ToldReport> = v.pipe(
  knownFields({
    schema: v.literal('lab.verify/2'),
    language: v.picklist(languages),
    ...{ challenge: text, title: text, at: isoMoment },
    engine: knownFields({ version: text, api: text, os: text, arch: text, source: text }),
    bindings: v.array(toldBinding),
    score,
    objectives: v.array(toldObjective),
  }),
  v.description('The verdicts of one run: lab verify --json.'),
);
