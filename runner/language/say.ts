import type { Message } from '../base/message.ts';
import type { FindingCode, ParamsOf } from './findings.ts';

/** What a text speaks of, where each piece of text in it may be a message of its own. */
type Sayable<Params> = {
  readonly [Key in keyof Params]: Params[Key] extends string
    ? Params[Key] | Message
    : Params[Key] extends readonly string[]
      ? readonly (string | Message)[]
      : Params[Key];
};
type SayableOf<Code extends FindingCode> = Code extends unknown
  ? ParamsOf<Code> extends [infer Params]
    ? [params: Sayable<Params>]
    : []
  : never;

/** A finding as data: its code, and what its text speaks of, by name. Pure. */
export function say<Code extends FindingCode>(code: Code, ...[params]: SayableOf<Code>): Message {
  return { code, params: { ...(params as object | undefined) } };
}

/** What a role is called, in whatever language the text is. */
export const roleTitle = (id: string): Message => ({ code: 'title.role', params: { id } });

/** What an objective is called, in whatever language the text is. */
export const objectiveTitle = (id: string): Message => ({ code: 'title.objective', params: { id } });

/** What a challenge is called, in whatever language the text is. */
export const challengeTitle = (id: string): Message => ({ code: 'title.challenge', params: { id } });

/** The paths that were tried, the first of them by name. */
export const sayPaths = (paths: readonly string[]): Message => say('paths.tried', { paths });
