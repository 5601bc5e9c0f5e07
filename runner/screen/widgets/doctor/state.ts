import type { Finding } from '../../../setup/doctor/finding.ts';

/** The page that says what is wrong with the machine's engine and images, and what to do. */
export interface DoctorState {
  /** True once the learner has asked for the set-up. */
  readonly triedSetUp: boolean;
  /** What was found; undefined before the first examination. */
  readonly findings: readonly Finding[] | undefined;
  /** True if the page has opened without being asked for: then it closes by itself, too. */
  readonly byItself: boolean;
}

/** Nothing examined, nothing asked for. */
export const initialDoctor: DoctorState = {
  triedSetUp: false,
  findings: undefined,
  byItself: false,
};
