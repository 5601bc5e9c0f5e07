import * as v from 'valibot';
import { knownFields, record } from '../../format/objects.ts';
import { partResult } from '../../gradebook/result-schema.ts';
import { amount, isoMoment, messages, text, texts } from '../../verdict/report-schema.ts';
import type { Run } from './run.ts';

/** The form of what is kept of a run. */
export const runSchemaName = 'lab.run/1';

/** `.lab/runs/….json` in the output folder: what a run came to. */
export const runSchema: v.GenericSchema<Run> = v.pipe(
  knownFields({
    schema: v.literal(runSchemaName),
    at: isoMoment,
    grader: v.pipe(text, v.description('Stands for the lab that graded: its program and its images.')),
    challenges: v.pipe(texts, v.description('The ids of those that were graded.')),
    results: v.array(
      knownFields({
        ...{ schema: v.literal('lab.submission/2'), id: text, source: text, works: v.array(partResult) },
        remarks: messages,
      }),
    ),
    handedIn: v.pipe(
      record(v.string(), record(v.string(), v.string())),
      v.description('Submission’s id → challenge’s id → the SHA-256 of what was handed in for it.'),
    ),
    finals: v.pipe(record(v.string(), amount), v.description('Student’s id → the grade.')),
  }),
  v.description('What a run of lab grade came to: to compare runs, and to merge those of several machines.'),
);
