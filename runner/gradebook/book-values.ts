import * as v from 'valibot';
import { expects } from '../format/expects.ts';
import { record } from '../format/objects.ts';
import { say } from '../language/say.ts';
import { isMoment, isZone, momentExample } from './book-files/moment.ts';
import { maxPoints } from './points.ts';

/** The name of a format, in the file itself. */
export function schemaName<const Name extends string>(name: Name) {
  return v.pipe(v.literal(name), expects(say('expected.schema', { schema: name }), name));
}

/** A number of two decimals at most. What is told of it is said where it stands. */
export function hundredths(max: number) {
  return v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(max),
    v.check(number => Number(number.toFixed(2)) === number),
  );
}

/** Points of whatever the lab counts. */
export const points = v.pipe(hundredths(maxPoints), expects(say('expected.points', { max: maxPoints }), 20));

/** Objective's id → its points. */
export const objectivePoints = record(v.string(), points);

/** A text for people, without halves of characters. */
export function text(example: string) {
  return v.pipe(
    v.string(),
    expects(say('expected.text'), example),
    v.transform(written => written.toWellFormed()),
  );
}

/** A date and time as it was written: the class's time zone may be missing in it. */
export const moment = v.pipe(v.string(), v.check(isMoment), expects(say('expected.class-moment'), momentExample));

/** The name of a time zone. */
export const timezone = v.pipe(v.string(), v.check(isZone), expects(say('expected.timezone'), 'America/Sao_Paulo'));
