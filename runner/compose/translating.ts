import type { Findings } from './findings.ts';
import type { Variables } from './interpolate.ts';
import type { YamlMap } from './yaml-map.ts';

/** What the translation of one service goes by. */
export interface Translating {
  /** The project's name. */
  readonly name: string;
  readonly project: YamlMap;
  readonly variables: Variables;
  readonly findings: Findings;
  /** The containers of a service, by name; none of a service that is not brought up. */
  containersOf(service: string): readonly string[];
  /** The variables of a file such as `.env`; `undefined` if there is none. */
  envFile(path: string, raw: boolean): Readonly<Record<string, string>> | undefined;
}

/** One service, and where its values stand. */
export interface Service {
  readonly name: string;
  readonly value: YamlMap;
}
