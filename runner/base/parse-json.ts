/** What a text is as JSON, or where it stops being JSON; line and column, from 1, if they are known. */
export type ParsedJson =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not-json'; readonly at: { readonly line: number; readonly column: number } | undefined }
  | { readonly kind: 'too-deep' };

/** No file of ours is a tenth as deep; what is deeper overflows the stack of whoever walks through it. */
const maxDepth = 64;

/**
 * Reads a text as JSON, whatever is in it: a byte order mark in front does not matter, and what is nested too deeply is
 * refused before anything is made of it. Of a key that stands twice in an object, the last one counts. Never throws. Pure.
 */
export function parseJson(text: string): ParsedJson {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (isDeeperThan(json, maxDepth)) return { kind: 'too-deep' };
  try {
    return { kind: 'json', value: JSON.parse(json) };
  } catch (error) {
    return { kind: 'not-json', at: placeOf(String(error), json) };
  }
}

/** Whether a value is an object of JSON: no list, and not null. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Counts brackets outside of strings. Of what is no JSON, it does not matter how deep it is. */
function isDeeperThan(json: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') {
      if (++depth > limit) return true;
    } else if (character === ']' || character === '}') depth--;
  }
  return false;
}

/** Where V8 says that a text stops being JSON: as line and column, as what stands around it, or as its end. */
function placeOf(message: string, json: string): { line: number; column: number } | undefined {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) };
  const [, cut, around = ''] = /, (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  const start = around === '' ? -1 : json.indexOf(around);
  const atEnd = /end of JSON/.test(message);
  if (start === -1 && !atEnd) return undefined;
  // It shows ten characters before the one that it stumbles over.
  const before = json.slice(0, atEnd ? json.length : start + (cut === undefined ? 0 : 10)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
