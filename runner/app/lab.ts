import type { Language } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { ConnectedEngine } from '../engine/engine.ts';
import type { Grading } from '../grading/grading.ts';
import type { ProgressStore } from '../progress/progress-store.ts';
import type { OpenShell } from '../shell/shell.ts';
import type { ScreenTerminal } from '../terminal/screen-terminal.ts';

export type { ConnectedEngine };

/** Where text goes. `write` takes whole chunks, line ends included. */
export interface Output {
  write(text: string): void;
  /** True if a person looks at it in a terminal. */
  readonly isTerminal: boolean;
  /** True if colour is welcome (terminal, no NO_COLOR, no --no-color). */
  readonly colour: boolean;
  /** In columns; 80 where it is no terminal. */
  readonly columns: number;
  /** Goes to the beginning of the line so many above, to write over it. Only where there is a terminal that can. */
  readonly up?: ((lines: number) => void) | undefined;
}

/** The ports that a command works with: the composition root makes them, and commands see nothing else of the world. */
export interface Lab {
  readonly language: Language;
  /** True if the command line says it, and not the system: then no other one that was chosen before counts. */
  readonly languageIsAsked: boolean;
  /** True if what a screen shows is to be said, line by line, to a screen reader. */
  readonly screenReader: boolean;
  /** Standard output: what was asked for. */
  readonly out: Output;
  /** Standard error: everything said on the way. */
  readonly err: Output;
  /** True if standard input is a terminal. */
  readonly interactive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** How the lab is started here: `lab`, `npx lab`, `npm run lab --`. What is written to `err` has it already. */
  readonly invocation: string;
  /** The folder of this checkout, with `challenges/` and `lab-images/` in it. */
  readonly root: string;
  readonly challenges: readonly Challenge[];
  /** Aborts at Ctrl-C, SIGTERM and SIGHUP: stop, clean up, return. */
  readonly signal: AbortSignal;
  /** What is remembered of the learner. */
  readonly progress: ProgressStore;
  /** The parts that grading a class is put together of. */
  readonly grading: Grading;
  /** Starts a program in a pseudo-terminal. */
  readonly openShell: OpenShell;
  /** All of standard input, as text. */
  readInput(): Promise<string>;
  /** A yes-or-no question on the terminal. Never called where `interactive` is false. */
  confirm(question: string): Promise<boolean>;
  /** Takes the terminal for a screen: from here on nothing else may be written to it, until it is released. */
  holdTerminal(): Promise<ScreenTerminal>;
  /**
   * The engine to use. It is found, or (where none is, and `provide` is not false) provided, as `runner/setup` says.
   * Throws CouldNotTell when there is none (NoEngine of `runner/setup` where none was chosen either).
   */
  connect(options?: ConnectOptions): Promise<ConnectedEngine>;
}

/** How an engine is looked for. */
export interface ConnectOptions {
  readonly provide?: boolean;
  /** Looks again, though one was found before: it no longer answers. */
  readonly anew?: boolean;
  /** To say and to complain in; the lab's own unless told otherwise. */
  readonly language?: Language;
  readonly signal?: AbortSignal;
  /** Where a screen has the terminal: who tells a line on the way, and who is asked. */
  readonly say?: (line: string) => void;
  readonly confirm?: (question: string) => Promise<boolean>;
}
