import type { Challenge } from '../../challenge/definition.ts';
import type { NamedFiles } from './files.ts';

/** What `lab grade` may be given. */
export interface GradeOptions extends NamedFiles {
  readonly out?: string;
  readonly challenge?: readonly Challenge[];
  readonly jobs?: number;
  readonly only?: readonly string[];
  readonly rerun?: boolean;
  readonly rerunUnknown?: boolean;
  readonly images?: readonly string[];
  readonly similarity?: boolean;
  readonly worksheet?: string;
  readonly compare?: boolean;
  readonly merge?: boolean;
  readonly anonymous?: boolean;
  /** Seconds. */
  readonly timeout?: number;
  /** Seconds. */
  readonly settle?: number;
  /** Only says what would be run. */
  readonly plan?: boolean;
  /** Whose sandbox to enter. */
  readonly shell?: string;
  readonly json?: boolean;
}
