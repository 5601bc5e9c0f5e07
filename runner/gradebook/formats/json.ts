import type { Gradebook } from '../gradebook.ts';

/** `results.json`: the whole gradebook; its form is in docs/schemas/lab.grades-2.json. */
export function resultsJson(book: Gradebook): string {
  return jsonText(book);
}

/** A document as JSON, for a file. */
export function jsonText(document: unknown): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
