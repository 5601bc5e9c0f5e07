/** How the command log is looked at. */
export interface CommandsState {
  /** How many rows are left out under the last one shown; 0 follows what happens. */
  readonly back: number;
}

/** Following what happens. */
export const initialCommands: CommandsState = { back: 0 };
