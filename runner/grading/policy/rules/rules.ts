import { PolicyRefusal, type RefusalCode } from './refusal.ts';
import type { Json, JsonObject } from './strict-json.ts';

/**
 * Reads one value of a request, and says what to send in its place: undefined to leave it out. `at` is where it stands, for
 * people. Throws PolicyRefusal. Whatever a rule returns was built by it: nothing of the client's is passed on unread.
 */
export type Rule = (value: Json, at: string) => Json | undefined;

/** The same for a field that has to be there. */
export function needed(rule: Rule): Rule {
  const needing: Rule = (value, at) => {
    const read = rule(value, at);
    if (read === undefined || read === '') throw wrong(at, value);
    return read;
  };
  return needing;
}

/** An object of these fields and no other; null is as good as none. Fields that are missing are read as null. */
export function object(fields: Readonly<Record<string, Rule>>): Rule {
  const names = new Map(Object.keys(fields).map(name => [name.toLowerCase(), name]));
  return (value, at) => {
    if (value === null) return undefined;
    const given = asObject(value, at);
    const within = (name: string) => (at === '' ? name : `${at}.${name}`);
    for (const name of Object.keys(given)) {
      if (Object.hasOwn(fields, name)) continue;
      const canonical = names.get(name.toLowerCase());
      if (canonical !== undefined) throw new PolicyRefusal('spelling', within(name), within(canonical));
      throw new PolicyRefusal('unknown-field', within(name));
    }
    return built(
      Object.entries(fields).map(([name, rule]) => [
        name,
        rule(Object.hasOwn(given, name) ? (given[name] ?? null) : null, within(name)),
      ]),
    );
  };
}

/** Names of the client's choice, each with a value by the rule. `key` throws where a name is not allowed. */
export function map(rule: Rule, { most, key }: { most: number; key?: (name: string, at: string) => void }): Rule {
  return (value, at) => {
    if (value === null) return undefined;
    const entries = Object.entries(asObject(value, at));
    if (entries.length > most) throw new PolicyRefusal('too-many', at, String(most));
    for (const [name] of entries) key?.(name, at);
    return built(entries.map(([name, each]) => [name, rule(each, `${at}[${name}]`)]));
  };
}

export function list(rule: Rule, most: number): Rule {
  return (value, at) => {
    if (value === null) return undefined;
    if (!Array.isArray(value)) throw wrong(at, value);
    if (value.length > most) throw new PolicyRefusal('too-many', at, String(most));
    return value.map(each => rule(each, at)).filter(each => each !== undefined);
  };
}

/** A text of at most so many characters, without NUL. */
export function text(most = 4096, pattern = /^[^\0]*$/): Rule {
  return (value, at) => {
    if (value === null) return undefined;
    if (typeof value !== 'string' || value.length > most || value.includes('\0')) throw wrong(at, value);
    if (value !== '' && !pattern.test(value)) throw wrong(at, value);
    return value;
  };
}

export const flag: Rule = (value, at) => {
  if (value === null || typeof value === 'boolean') return value ?? undefined;
  throw wrong(at, value);
};

export function integer(least: number, most: number): Rule {
  return (value, at) => {
    if (value === null) return undefined;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most)
      throw wrong(at, value);
    return value;
  };
}

/** What a shell or exec form may be: one text or a list of them, as Go's `strslice` takes it. */
export const words: Rule = (value, at) =>
  typeof value === 'string' ? text(32_768)(value, at) : list(text(32_768), 512)(value, at);

/** Takes nothing but what a client sends where the option was not used, and passes nothing on. `also` are further defaults. */
export function off(code: RefusalCode, option = '', also: readonly Json[] = []): Rule {
  return (value, at) => {
    if (isEmpty(value) || also.includes(value)) return undefined;
    throw new PolicyRefusal(code, option || at, shown(value));
  };
}

/** As `off`, where an empty list means something else than none: only null is let through. */
export function onlyNull(code: RefusalCode, option: string): Rule {
  return value => {
    if (value === null) return undefined;
    throw new PolicyRefusal(code, option);
  };
}

/** Checked, and left out: it says something to the client only, or what it says is forced anyway. */
export function dropped(rule: Rule): Rule {
  return (value, at) => {
    rule(value, at);
    return undefined;
  };
}

export function wrong(at: string, value: Json): PolicyRefusal {
  return new PolicyRefusal('value', at, shown(value));
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What Go's clients send for an option that was not used. */
function isEmpty(value: Json): boolean {
  if (value === null || value === '' || value === 0 || value === false) return true;
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}

function asObject(value: Json, at: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at || 'JSON', value);
  return value as JsonObject;
}

/** `fromEntries` defines properties, so that `__proto__` is a name like any other. */
function built(entries: readonly (readonly [string, Json | undefined])[]): JsonObject {
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined));
}
