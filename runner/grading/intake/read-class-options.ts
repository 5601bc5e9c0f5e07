import type { Language } from '../../base/language.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { NotTaken } from '../submission.ts';
import type { IntakeLimits } from './archive-limits.ts';

/** What a class is read with. */
export interface ReadClassOptions {
  /** Those that are graded. */
  readonly challenges: readonly Challenge[];
  /** Of what is thrown. */
  readonly language: Language;
  /** A folder that the caller makes and removes: archives are unpacked there, and parts may be in it. */
  readonly scratch: string;
  readonly signal: AbortSignal;
  /** Ids: the others are not read. */
  readonly only?: readonly string[];
  /** Absolute paths of folders in the class's folder that are no submissions, such as the one for the results. */
  readonly except?: readonly string[];
  readonly onRead?: (id: string) => void;
  /** Gets what is in the class's folder and was not taken for anything that was handed in. */
  readonly onNotTaken?: (notTaken: NotTaken) => void;
  readonly limits?: Partial<IntakeLimits>;
}
