import * as v from 'valibot';
import { knownFields } from '../format/objects.ts';
import {
  amount,
  flag,
  howBound,
  isoMoment,
  message,
  messages,
  score,
  text,
  texts,
  verdict,
} from '../verdict/report-schema.ts';
import type { PartResult } from './result.ts';

const whole = v.pipe(v.number(), v.safeInteger());

const outcome = v.picklist([
  'graded',
  'script-failed',
  'timed-out',
  'refused',
  'compose-only',
  'no-instructions',
  'not-submitted',
  'unknown',
]);

/** What is the same in the words of a language and as data. */
export const commonFields = {
  challenge: text,
  outcome,
  path: v.pipe(text, v.description('Below the submission; empty if nothing was submitted.')),
  instructions: v.pipe(text, v.description('The file that says how to bring it up; empty if there is none.')),
  score,
  script: v.exactOptional(
    v.pipe(
      knownFields({
        exitCode: v.optional(whole),
        endedBy: v.picklist(['itself', 'time', 'output', 'memory']),
        ...{ failingCommand: text, lastLines: texts, leftRunning: texts, durationMs: amount },
      }),
      v.description('The end of its script’s run.'),
    ),
  ),
  logs: v.array(knownFields({ container: text, lines: texts })),
  digest: v.pipe(text, v.description('Of all that decides the result.')),
  attempts: whole,
  at: isoMoment,
  durationMs: amount,
};

/** What became of one challenge of one submission, as data. Reports count on all of it. */
export const partResult: v.GenericSchema<PartResult> = v.pipe(
  knownFields({
    ...commonFields,
    reason: v.exactOptional(message),
    objectives: v.array(
      knownFields({
        ...{ id: text, points: amount, bonus: flag, verdict },
        ...{ finding: message, expected: message, next: text, durationMs: amount },
      }),
    ),
    bindings: v.array(
      knownFields({ role: text, name: v.optional(text), how: howBound, because: messages, candidates: texts }),
    ),
    refusals: messages,
    remarks: messages,
  }),
  v.description('What became of one challenge of one submission.'),
);
