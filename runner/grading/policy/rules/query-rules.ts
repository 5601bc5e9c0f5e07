import { PolicyRefusal } from './refusal.ts';
import { list, map, type Rule, text, wrong } from './rules.ts';
import { type JsonObject, parseStrictJson } from './strict-json.ts';

/** `1`, `true`, `0`… as Go's ParseBool-like readers of the engine take them. */
export const queryFlag: Rule = text(5, /^(0|1|true|false|True|False)$/);
export const queryNumber: Rule = text(10, /^-?\d+$/);
/** A moment, as `docker logs --since` sends it. */
export const queryTime: Rule = text(64, /^[\w.:+-]+$/);
export const detachKeys: Rule = text(64, /^[\w,@^[\]\\-]*$/);

/** JSON in a query: read as strictly as a body, and written anew. */
export function queryJson(rule: Rule): Rule {
  return (value, at) => {
    if (typeof value !== 'string') throw wrong(at, value);
    if (value === '') return undefined;
    const read = rule(parseStrictJson(Buffer.from(value)), at);
    return read === undefined ? undefined : JSON.stringify(read);
  };
}

/** What lists are filtered by: name → list of values, or name → value → true as older clients send it. */
const filterValues: Rule = (value, at) => {
  if (Array.isArray(value)) return list(text(256), 32)(value, at);
  const read = map((each, place) => (each === true ? true : fail(place)), { most: 32 })(value, at);
  return read === undefined ? undefined : Object.keys(read as JsonObject);
};

function fail(at: string): never {
  throw new PolicyRefusal('value', at);
}

/** `allowed` are the names that may be filtered by; `more` is added to what the client asks for. */
export function filters(allowed: readonly string[], more: Readonly<Record<string, readonly string[]>> = {}): Rule {
  const key = (name: string, at: string) => {
    if (!allowed.includes(name)) throw new PolicyRefusal('unknown-field', `${at}.${name}`);
  };
  return queryJson((value, at) => {
    const read = map(filterValues, { most: 16, key })(value, at);
    return { ...((read ?? {}) as Record<string, readonly string[]>), ...more };
  });
}
