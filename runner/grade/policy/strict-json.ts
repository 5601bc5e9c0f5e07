import { PolicyRefusal } from './refusal.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

const deepest = 32;
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * Reads JSON that every parser reads alike: UTF-8 without faults, no key twice in one object (Go merges them, JavaScript keeps
 * the last), no halves of surrogate pairs (Go replaces them, so that two keys become one), at most 32 deep. Throws PolicyRefusal.
 */
export function parseStrictJson(bytes: Uint8Array): Json {
  let text: string;
  let value: Json;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new PolicyRefusal('malformed', 'JSON', '', 400);
  }
  refuseAmbiguous(text);
  return value;
}

/** `text` is JSON already: only its strings and brackets matter. */
function refuseAmbiguous(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let word: string | undefined;
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined);
    else if (token === '}' || token === ']') open.pop();
    if (open.length > deepest) throw new PolicyRefusal('malformed', 'JSON', '', 400);
    if (token === ':' && word !== undefined) {
      if (open.at(-1)?.has(word)) throw new PolicyRefusal('duplicate-key', word, '', 400);
      open.at(-1)?.add(word);
    }
    word = token.startsWith('"') ? JSON.parse(token) : undefined;
    if (word?.isWellFormed() === false) throw new PolicyRefusal('malformed', 'JSON', '', 400);
  }
}
