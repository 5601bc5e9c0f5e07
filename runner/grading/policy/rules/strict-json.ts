import { PolicyRefusal } from './refusal.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

const deepest = 32;

/** A hundred times what `docker run` asks for: even so many keys are compared in a few milliseconds. */
const maxValues = 10_000;

/**
 * Reads JSON that every parser reads alike: UTF-8 without faults, no key twice in one object (Go merges them, JavaScript keeps
 * the last), no halves of surrogate pairs (Go replaces them, so that two keys become one), at most 32 deep and of at most 10 000
 * values. Throws PolicyRefusal. What is too much is refused before anything is made of it: the time it takes grows as the text
 * does, whatever is in it.
 */
export function parseStrictJson(bytes: Uint8Array): Json {
  let text: string;
  let value: Json;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    refuseMuch(text);
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof PolicyRefusal) throw error;
    throw new PolicyRefusal('malformed', 'JSON', '', 400);
  }
  refuseAmbiguous(text);
  return value;
}

/** Counts brackets, commas and colons outside of strings; of what is no JSON, it does not matter how many there are. */
function refuseMuch(text: string): void {
  let values = 1;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        at = endOfString(text, at);
        break;
      case '[':
      case '{':
        depth++;
        values++;
        break;
      case ']':
      case '}':
        depth--;
        break;
      case ',':
      case ':':
        values++;
        break;
    }
    if (depth > deepest) throw new PolicyRefusal('malformed', 'JSON', '', 400);
    if (values > maxValues) throw new PolicyRefusal('too-many', 'JSON', String(maxValues), 413);
  }
}

/** Where the quote is that ends a string, or the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** `text` is JSON already: only its strings and brackets matter. */
function refuseAmbiguous(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let word = '';
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at);
        word = unescaped(text.slice(at, end + 1));
        if (!word.isWellFormed()) throw new PolicyRefusal('malformed', 'JSON', '', 400);
        at = end;
        break;
      }
      case '{':
        open.push(new Set());
        break;
      case '[':
        open.push(undefined);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      // Behind a key, and nowhere else.
      case ':': {
        const keys = open.at(-1);
        if (keys?.has(word)) throw new PolicyRefusal('duplicate-key', word, '', 400);
        keys?.add(word);
        break;
      }
    }
  }
}

const unescaped = (quoted: string): string => (quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1));
