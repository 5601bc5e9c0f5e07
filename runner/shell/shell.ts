import type { Line } from '../base/text/line.ts';
import type { CursorPlace } from './screen-lines.ts';

/** What a shell's screen shows at one moment. */
export interface ShellSnapshot {
  /** As many rows, each as wide, as the shell's screen has. */
  readonly rows: readonly Line[];
  /** `undefined` if the program has hidden it, or it is scrolled out of sight. */
  readonly cursor: CursorPlace | undefined;
  /** How many lines above the bottom it is scrolled back. */
  readonly scrolledBack: number;
  /** True while a program that is not the shell itself is in the foreground. */
  readonly busy: boolean;
  /** The exit code of the shell, once it has ended. */
  readonly ended: number | undefined;
}

/** A running shell, with a screen of its own. */
export interface ShellSession {
  /** Keys as a terminal sends them, no key cut in two. Shift with PgUp and PgDn scrolls back. */
  write(keys: string): void;
  resize(size: ShellSize): void;
  /** Tells at once where a program has come to the foreground, or gone from it: otherwise it is told a moment later. */
  look(): void;
  /** Types a command and Enter once the shell listens; false where a program is in the foreground. */
  type(command: string): Promise<boolean>;
  /** Ends it as a closed window would, and by force what does not mind that. Resolves when it is over. */
  stop(): Promise<void>;
}

/** The size of a shell's screen, in characters. */
export interface ShellSize {
  readonly columns: number;
  readonly rows: number;
}

/** The shell to start, and where. */
export interface ShellStart {
  readonly file: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly size: ShellSize;
  /** Stands on the screen before anything that the shell writes; lines end with `\r\n`. */
  readonly greeting: string;
}

/** Starts a shell; `listener` gets the first snapshot at the first sign of life. Rejects where there can be none here. */
export type OpenShell = (start: ShellStart, listener: (snapshot: ShellSnapshot) => void) => Promise<ShellSession>;
