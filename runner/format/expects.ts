import type * as v from 'valibot';
import type { Message } from '../base/message.ts';
import { say } from '../language/say.ts';

/** A value of JSON. */
export type Example = string | number | boolean | null | Example[] | { [key: string]: Example };

/** What a place of a file is for, as people are told it. */
export interface Expectation {
  /** A noun, such as “a list, in [ ]”. */
  readonly expected: Message;
  /** A value that is right there; undefined if none is told. */
  readonly example?: Example | undefined;
}

/** The part of a schema that says what is expected; it decides nothing. */
export interface ExpectsAction<Input> extends v.BaseMetadata<Input> {
  readonly type: 'expects';
  readonly expectation: Expectation;
}

/** Says of a schema what is expected where it stands, and gives an example: in messages, and in its JSON Schema. */
export function expects<Input>(expected: Message, example?: Example): ExpectsAction<Input> {
  return { kind: 'metadata', type: 'expects', reference: expects, expectation: { expected, example } };
}

/** What is expected by a schema: as it says itself, or by what kind of schema it is. Pure. */
export function expectationOf(schema: v.GenericSchema): Expectation {
  return saidBy(schema) ?? { expected: byType(schema.type) };
}

/** What was said last counts; what a schema is made from may have said something, too. */
function saidBy(item: unknown): Expectation | undefined {
  const hasPipe = typeof item === 'object' && item !== null && 'pipe' in item;
  const pipe: readonly unknown[] = hasPipe && Array.isArray(item.pipe) ? item.pipe : [];
  if (pipe.length === 0) return expectationIn(item);
  return pipe.map(saidBy).findLast(one => one !== undefined);
}

/** What an action of a schema says to be expected; undefined if it says something else. Pure. */
export function expectationIn(action: unknown): Expectation | undefined {
  const isOurs = typeof action === 'object' && action !== null && 'type' in action && action.type === 'expects';
  return isOurs && 'expectation' in action && isExpectation(action.expectation) ? action.expectation : undefined;
}

function isExpectation(value: unknown): value is Expectation {
  return typeof value === 'object' && value !== null && 'expected' in value;
}

function byType(type: string): Message {
  switch (type) {
    case 'object':
    case 'strict_object':
    case 'record':
      return say('expected.object');
    case 'array':
      return say('expected.list');
    case 'string':
      return say('expected.text');
    default:
      return say('expected.something-else');
  }
}
