import * as v from 'valibot';
import type { Message } from '../base/message.ts';
import { isJsonObject } from '../base/parse-json.ts';
import { knownFields, record } from '../format/objects.ts';
import { isFindingCode } from '../language/findings.ts';

/*
 * Parts of the formats that tell of verdicts. Within a version of a format, keys are only added: what a reader does not know,
 * it leaves out.
 */

export const text = v.string();
export const texts = v.array(text);
export const flag = v.boolean();
/** Points, milliseconds: finite, and never below zero. */
export const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
export const isoMoment = v.pipe(
  text,
  v.check(written => !Number.isNaN(Date.parse(written))),
  v.description('ISO 8601.'),
);

/** A finding that this lab has words for, field by field: whoever edits a file may write what they like. */
export const messageFields = {
  code: v.pipe(
    text,
    v.check(written => isFindingCode(written)),
    v.description('What was found, whatever the language: see docs/findings.md.'),
  ),
  params: v.pipe(
    record(text, v.pipe(v.unknown(), v.check(isWord))),
    v.description('What the finding speaks of, by name.'),
  ),
  more: v.exactOptional(
    v.pipe(v.array(v.lazy((): v.GenericSchema<Message> => message)), v.description('What adds to it.')),
  ),
};
export const message: v.GenericSchema<Message> = knownFields(messageFields);
export const messages = v.array(message);

/** What a finding speaks of is a message, or none that pretends to be one; in a list, that goes for each. */
function isWord(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(one => (isMessageLike(one) ? v.is(message, one) : !Array.isArray(one)));
  return !isJsonObject(value) || v.is(message, value);
}

function isMessageLike(value: unknown): boolean {
  return isJsonObject(value) && 'code' in value && 'params' in value;
}

export const verdict = v.picklist(['pass', 'fail', 'blocked', 'unknown']);
export const howBound = v.picklist(['bind', 'name', 'structure', 'none', 'ambiguous']);
export const score = v.pipe(
  knownFields({ earned: amount, possible: amount, bonus: amount }),
  v.description('Points, before any rubric; the bonus is beyond what is possible.'),
);
