import { join, relative } from 'node:path';
import type { Message } from './base/message.ts';
import { isJsonObject } from './base/parse-json.ts';
import { say } from './language/say.ts';

/**
 * What is wrong with a challenge or the catalogue, so that no bundle could be made; `undefined` if it is anything else that
 * failed. `error` is what the bundler threw. Pure.
 */
export function challengeProblem(error: unknown, root: string): Message | undefined {
  const [first] = partsOf(error);
  if (first === undefined) return undefined;
  const path = relative(root, first.id);
  if (!path.startsWith(join('challenges', '/'))) return undefined;
  const reason =
    first.code === 'UNRESOLVED_IMPORT' ? say('author.no-import', { path: first.exporter }) : firstLine(first.message);
  return say('author.not-bundled', { path, line: first.line, reason });
}

interface Part {
  readonly code: string;
  readonly id: string;
  readonly line: number;
  readonly message: string;
  /** What was to be imported. */
  readonly exporter: string;
}

function partsOf(error: unknown): Part[] {
  const errors: unknown = isJsonObject(error) ? error.errors : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.filter(isJsonObject).map(({ code, id, loc, message, exporter }) => ({
    code: String(code),
    id: String(id ?? ''),
    line: isJsonObject(loc) ? Number(loc.line) : 0,
    message: String(message),
    exporter: String(exporter ?? ''),
  }));
}

/** Without colours and without the name of its kind: `[PARSE_ERROR] Expected …`. */
function firstLine(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
  const plain = message.replaceAll(/\u001b\[[\d;]*m/g, '');
  return plain.split('\n')[0]?.replace(/^\[\w+\] /, '') ?? '';
}
