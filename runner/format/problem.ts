import { fitToShow } from '../base/fit-to-show.ts';
import type { Message } from '../base/message.ts';
import { isJsonObject } from '../base/parse-json.ts';
import { say } from '../language/say.ts';
import type { Expectation } from './expects.ts';
import { nearest } from './nearest.ts';

/** A key of an object, or the index of something in a list. */
export type Key = string | number;

/** Something in a file that is not as it has to be. All that it quotes of the file is fit to show. */
export interface Problem {
  /** Such as `challenges.1.points`; empty for the whole. */
  readonly at: string;
  /** What is wrong, with the place. */
  readonly finding: Message;
  /** How it could look, or what was probably meant; undefined if nobody knows. */
  readonly next: Message | undefined;
}

/** Something stands where something else is expected, or nothing does: `found` is undefined then. Pure. */
export function wrongAt(path: readonly Key[], { expected, example }: Expectation, found: unknown): Problem {
  const at = placeOf(path);
  const next = example === undefined ? undefined : say('format.example', { example: exampleAt(path, example) });
  const finding =
    found === undefined
      ? say('format.missing', { at, expected })
      : say('format.wrong', { at, expected, found: shown(found) });
  return { at, finding, next };
}

/** A word stands where nobody knows it: a key, or a value in a list. `known`: those that could stand there. Pure. */
export function unknownAt(path: readonly Key[], known: readonly string[], value?: string): Problem {
  const at = value === undefined ? placeOf(path) : `${placeOf(path)} (${printable(value)})`;
  const meant = nearest(value ?? String(path.at(-1) ?? ''), known);
  const next = meant === undefined ? undefined : say('format.did-you-mean', { word: meant });
  return { at, finding: say('format.unknown', { at, known }), next };
}

/** The same challenge is named a second time. Pure. */
export function twiceAt(path: readonly Key[]): Problem {
  const at = placeOf(path);
  return { at, finding: say('format.twice', { at }), next: undefined };
}

/** Something is wrong with a file as a whole. Pure. */
export function wrongWhole(finding: Message): Problem {
  return { at: '', finding, next: undefined };
}

function placeOf(path: readonly Key[]): string {
  return path.map(key => printable(String(key))).join('.');
}

/** A value as it stands in the file, short. */
function shown(value: unknown): string {
  return printable(typeof value === 'number' ? String(value) : JSON.stringify(value));
}

function printable(text: string, max = 60): string {
  return fitToShow(text, { strict: true, instead: '\uFFFD', max });
}

/** As it would stand in the file: with its key in an object, and without in a list. */
function exampleAt(path: readonly Key[], example: unknown): string {
  const key = path.at(-1);
  const value = inOneLine(example);
  return typeof key !== 'string' ? value : `"${printable(key, 40)}": ${value}`;
}

function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  if (Object.keys(value).length === 0) return '{}';
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${inOneLine(one)}`)
    .join(', ')} }`;
}
