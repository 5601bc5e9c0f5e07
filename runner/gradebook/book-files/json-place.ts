import { UsageError } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { nearest } from '../../format/nearest.ts';
import { mostPoints } from '../points.ts';
import { gradeBookMessages } from '../texts/book.ts';

/** Where a file is told to be wrong. */
export interface JsonFile {
  /** As the instructor named it. */
  readonly file: string;
  readonly language: Language;
}

/** Reads a text as JSON. Throws UsageError, with line and column where the engine tells them. */
export function jsonOf(text: string, { file, language }: JsonFile): JsonPlace {
  const t = gradeBookMessages[language];
  try {
    return new JsonPlace({ file, language }, '', JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const at = placeOf(String(error), text);
    const place = at === undefined ? '' : t.lineColumn(at.line, at.column);
    throw new UsageError(t.notJson(file, place), { why: t.jsonHint });
  }
}

/** A value in an instructor's file, which knows where it stands there. Each way of reading it throws UsageError. */
export class JsonPlace {
  readonly at: string;
  readonly value: unknown;
  readonly #from: JsonFile;

  constructor(from: JsonFile, at: string, value: unknown) {
    this.#from = from;
    this.at = at;
    this.value = value;
  }

  /** Says that the value is not what it should be; `example` is how it could stand there. */
  wrong(expected: string, example: string): UsageError {
    const t = gradeBookMessages[this.#from.language];
    return new UsageError(t.wrongAt(this.#from.file, this.at), {
      why: t.expected(expected, shown(this.value) ?? t.nothing),
      next: [t.example(example)],
    });
  }

  /** Says that a name stands where nobody knows it, and which one was probably meant. */
  unknown(possible: readonly string[]): UsageError {
    const t = gradeBookMessages[this.#from.language];
    const meant = nearest(this.at.split('.').at(-1) ?? '', possible);
    return new UsageError(t.unknownKey(this.#from.file, this.at), {
      why: t.possible(possible.join(', ')),
      ...(meant === undefined ? {} : { next: [t.didYouMean(meant)] }),
    });
  }

  /** An object with these keys, all of which may be missing. */
  fields<Key extends string>(keys: readonly Key[], example: string): Readonly<Partial<Record<Key, JsonPlace>>> {
    const entries = this.entries(example);
    const wrong = entries.find(([key]) => !keys.some(one => one === key));
    if (wrong !== undefined) throw wrong[1].unknown(keys);
    return Object.fromEntries(entries) as Partial<Record<Key, JsonPlace>>;
  }

  /** An object with any keys. */
  entries(example: string): [string, JsonPlace][] {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.wrong(gradeBookMessages[this.#from.language].object, example);
    return Object.entries(value).map(([key, one]) => [key, this.#below(key, one)]);
  }

  list(example: string): JsonPlace[] {
    const { value } = this;
    if (!Array.isArray(value)) throw this.wrong(gradeBookMessages[this.#from.language].list, example);
    return value.map((one, index) => this.#below(String(index), one));
  }

  text(example: string): string {
    if (typeof this.value !== 'string') throw this.wrong(gradeBookMessages[this.#from.language].text, example);
    return this.value.toWellFormed();
  }

  /** Between 0 and `most`, of two decimals at most. */
  number(expected: string, example: string, most = mostPoints): number {
    const { value } = this;
    if (typeof value !== 'number' || !(value >= 0 && value <= most) || Number(value.toFixed(2)) !== value)
      throw this.wrong(expected, example);
    return value;
  }

  #below(key: string, value: unknown): JsonPlace {
    const name = key.length > 60 ? `${key.slice(0, 59)}…` : key;
    return new JsonPlace(this.#from, this.at === '' ? name : `${this.at}.${name}`, value);
  }
}

/** A value as it stands in the file, short. */
function shown(value: unknown): string | undefined {
  const text = JSON.stringify(value);
  return text !== undefined && text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Where V8 says that a text stops being JSON: as line and column, as what stands around it, or as its end. */
function placeOf(message: string, text: string): { line: string; column: string } | undefined {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return { line, column };
  const [, cut, around = ''] = /, (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  const start = around === '' ? -1 : text.indexOf(around);
  const atEnd = /end of JSON/.test(message);
  if (start === -1 && !atEnd) return undefined;
  // It shows ten characters before the one that it stumbles over.
  const before = text.slice(0, atEnd ? text.length : start + (cut === undefined ? 0 : 10)).split('\n');
  return { line: String(before.length), column: String((before.at(-1)?.length ?? 0) + 1) };
}
