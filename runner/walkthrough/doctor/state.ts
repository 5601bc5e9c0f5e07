/** The page that says what is wrong with the machine's engine and images, and what to do. */
export interface DoctorState {
  /** Grows each time the learner wants to look again. */
  readonly looks: number;
  /** Grows each time the learner asks for the set-up. */
  readonly setUps: number;
}

export const initialDoctor: DoctorState = { looks: 0, setUps: 0 };
