import type { Message } from '../base/message.ts';
import { say } from '../language/say.ts';
import type { Findings } from './findings.ts';
import { isMap, type Path, textOf, truthOf, type YamlMap } from './yaml-map.ts';

/** What may stand somewhere, for people: a text for each in every language. */
export type Expected =
  | 'text'
  | 'truth'
  | 'list'
  | 'mapping'
  | 'duration'
  | 'number'
  | 'name'
  | 'image'
  | 'port'
  | 'volume'
  | 'assignments'
  | 'command'
  | 'restart'
  | 'condition'
  | 'extra-host'
  | 'build';

/** Reads values of a project; what does not fit goes to the findings, and is `undefined` or left out. */
export class Values {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  wrong(path: Path, expected: Expected): undefined {
    this.#findings.wrong(
      path,
      say('translate.wrong', { at: path.map(String).join('.'), expected: expectation(expected) }),
    );
    return undefined;
  }

  text(path: Path, value: unknown): string | undefined {
    if (value === undefined || value === null) return undefined;
    return textOf(value) ?? this.wrong(path, 'text');
  }

  /** A text that fits the pattern. */
  fitting(path: Path, value: unknown, pattern: RegExp, expected: Expected): string | undefined {
    if (value === undefined || value === null) return undefined;
    const text = textOf(value);
    return text !== undefined && pattern.test(text) ? text : this.wrong(path, expected);
  }

  truth(path: Path, value: unknown): boolean {
    if (value === undefined || value === null) return false;
    return truthOf(value) ?? this.wrong(path, 'truth') ?? false;
  }

  map(path: Path, value: unknown): YamlMap {
    if (value === undefined || value === null) return {};
    return isMap(value) ? value : (this.wrong(path, 'mapping') ?? {});
  }

  /** The texts of a list, or a single text. */
  texts(path: Path, value: unknown): readonly string[] {
    if (value === undefined || value === null) return [];
    const single = textOf(value);
    if (single !== undefined) return [single];
    if (!Array.isArray(value)) return this.wrong(path, 'list') ?? [];
    return value.flatMap(
      (one, index) => this.text([...path, index], one) ?? this.wrong([...path, index], 'text') ?? [],
    );
  }

  /** `name=value` of a mapping; `undefined` is a name without a value. */
  assignments(path: Path, value: unknown): readonly (readonly [string, string | undefined])[] {
    if (value === undefined || value === null) return [];
    if (!isMap(value)) return this.wrong(path, 'assignments') ?? [];
    return Object.entries(value).map(([name, one]) => [name, this.text([...path, name], one)] as const);
  }

  /** A duration such as `1m30s`, as Docker reads it. */
  duration(path: Path, value: unknown): string | undefined {
    return this.fitting(path, value, /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$|^0$/, 'duration');
  }
}

/** What may stand there, as a message. */
function expectation(expected: Expected): Message {
  return say('translate.expected', { what: expected });
}

/** A duration in whole seconds, rounded up. Pure. */
export function secondsOf(duration: string): number {
  const units: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  return Math.ceil(parts.reduce((sum, [, number = '0', unit = 's']) => sum + Number(number) * (units[unit] ?? 0), 0));
}
