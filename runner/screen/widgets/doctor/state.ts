import type { Finding } from '../../../setup/doctor/finding.ts';

/** The page that says what is wrong with the machine's engine and images, and what to do. */
export interface DoctorState {
  /** Grows each time the engine is to be looked for again. */
  readonly looks: number;
  /** Grows each time the learner asks for the set-up. */
  readonly setUps: number;
  /** Grows each time everything is to be examined again. */
  readonly examinations: number;
  /** What was found; undefined before the first examination. */
  readonly findings: readonly Finding[] | undefined;
  /** True where the page has opened without being asked for: then it closes by itself, too. */
  readonly byItself: boolean;
}

/** Nothing examined, nothing asked for. */
export const initialDoctor: DoctorState = {
  looks: 0,
  setUps: 0,
  examinations: 0,
  findings: undefined,
  byItself: false,
};
