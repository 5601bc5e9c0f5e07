/** The terminal, held for the screen alone. Its adapter is `runner/terminal/hold-terminal.ts`. */
export interface ScreenTerminal {
  readonly input: NodeJS.ReadStream;
  /** What the screen is drawn on. */
  readonly output: NodeJS.WriteStream;
  /** True while the last frame is still on its way: over a slow line, the next one had better wait. */
  isBusy(): boolean;
  /** Calls the listener each time all that was written has reached the terminal; returns how to stop that. */
  whenIdle(listener: () => void): () => void;
  /** Aborts, with what was thrown as its reason, where something went wrong that nobody caught. */
  readonly failed: AbortSignal;
  /**
   * How the screen gives the terminal to the shell for a while (Ctrl-Z from outside) and, by what it returns, takes it
   * again.
   */
  whenStopped(suspend: () => Promise<() => Promise<void>>): void;
  /** Writes the details of a crash into a file, and returns its path; `undefined` if that cannot be done. */
  writeDown(error: unknown): Promise<string | undefined>;
  /** Gives the terminal back as it was. To be called when the screen is closed; also where it could not be. */
  release(): Promise<void>;
}
