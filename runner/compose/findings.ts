import { fitToShow } from '../base/fit-to-show.ts';
import type { Message } from '../base/message.ts';
import type { Path } from './yaml-map.ts';

/** Something in a Compose file that keeps it from being translated. */
export interface ComposeProblem {
  readonly file: string;
  /** From 1; `undefined` where it has no place in the file. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** Such as `services.web.ports.0`; empty for the whole. */
  readonly at: string;
  readonly finding: Message;
  /** What to do about it. */
  readonly next: Message | undefined;
}

/** Where a value stands: a file, a line and a column. */
export type Place = Pick<ComposeProblem, 'file' | 'line' | 'column'>;

/** No one reads more at once; a hostile file could have any number. */
const maxKept = 200;

/** What is found while a project is read and translated: problems, and what is told beside the commands. */
export class Findings {
  readonly problems: ComposeProblem[] = [];
  readonly #notes = new Map<string, Message>();
  readonly #locate: (path: Path) => Place;

  constructor(locate: (path: Path) => Place) {
    this.#locate = locate;
  }

  /** Each once, in the order in which they were found. */
  get notes(): readonly Message[] {
    return [...this.#notes.values()];
  }

  /** A problem at a path of the project. */
  wrong(path: Path, finding: Message, next?: Message): void {
    this.add({ ...this.#locate(path), at: path.map(String).join('.'), finding, next });
  }

  add(problem: ComposeProblem): void {
    if (this.problems.length >= maxKept) return;
    const { finding, next, at, file } = problem;
    this.problems.push({
      ...problem,
      ...{ file: shown(file), at: shown(at), finding: fitMessage(finding), next: next && fitMessage(next) },
    });
  }

  note(note: Message): void {
    if (this.#notes.size < maxKept) this.#notes.set(JSON.stringify(note), fitMessage(note));
  }
}

/** A message that quotes of the file only what is fit to show. Pure. */
export function fitMessage({ params, more, ...rest }: Message): Message {
  const fit = Object.entries(params).map(([name, value]) => [name, fitValue(value)]);
  return { ...rest, params: Object.fromEntries(fit), ...(more === undefined ? {} : { more: more.map(fitMessage) }) };
}

function fitValue(value: unknown): unknown {
  if (typeof value === 'string') return shown(value);
  if (Array.isArray(value)) return value.slice(0, 20).map(fitValue);
  return typeof value === 'object' && value !== null && 'code' in value ? fitMessage(value as Message) : value;
}

function shown(text: string): string {
  return fitToShow(text, { strict: true, instead: '\uFFFD', max: 160 });
}
