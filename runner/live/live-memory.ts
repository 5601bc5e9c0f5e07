import type { Report } from '../verdict/report.ts';
import type { DisruptiveVerdicts } from './disruptive-verdicts.ts';

/** What outlives the loss of the engine. */
export interface LiveMemory {
  last: Report | undefined;
  kept: DisruptiveVerdicts;
  /** How many complete checks there have been. */
  completed: number;
}
