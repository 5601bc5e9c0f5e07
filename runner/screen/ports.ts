import type { Language } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { Progress } from '../progress/progress.ts';
import type { Kept } from '../progress/progress-store.ts';
import type { Finding } from '../setup/doctor/finding.ts';
import type { Size } from './state.ts';
import type { Watch } from './watch/watcher.ts';
import type { EngineEventForScreen } from './widgets/doctor/engine-state.ts';
import type { LogNews, LogTarget } from './widgets/logs/state.ts';
import type { ShellView } from './widgets/shell/state.ts';
import type { TourEnd, TourGround, TourThing } from './widgets/tour/state.ts';

/** What the screen needs of the world. The adapters are made in `runner/screen/adapters`. */
export interface World {
  readonly watch: Watch;
  readonly engine: EnginePort;
  readonly logs: LogsPort;
  readonly tour: TourPort;
  readonly shell: ShellPort;
  readonly progress: ProgressPort;
}

/** The engine: found, provided where there is none, and examined. */
export interface EnginePort {
  /**
   * Looks for an engine, again and again until one answers, and makes the lab images ready; `provide` sets an engine up
   * where there is none. Resolves when all is ready, or the signal has aborted; never rejects.
   */
  look(
    options: { readonly provide: boolean; readonly language: Language; readonly signal: AbortSignal },
    tell: (event: EngineEventForScreen) => void,
  ): Promise<void>;
  /** Everything that the lab needs of the machine, looked at; nothing is changed. */
  examine(language: Language): Promise<readonly Finding[]>;
  /** Resolves when all looking has really ended: an installation is not cut short. */
  settled(): Promise<void>;
}

/** The learner's shells, one for each challenge. */
export interface ShellPort {
  /** Opens the challenge's shell, or goes on with the one that is open; `listener` is told of every change. */
  open(challenge: Challenge, size: Size, language: Language, listener: (change: Partial<ShellView>) => void): void;
  /** Keys as they came from the terminal, none of them cut in two. */
  write(challenge: Challenge, keys: string): void;
  resize(challenge: Challenge, size: Size): void;
  /** Tells the listener at once where a program has come to the foreground, or gone from it. */
  look(challenge: Challenge): void;
  /** Types a command and Enter, once the shell waits for one. The listener is told where that cannot be. Never rejects. */
  type(challenge: Challenge, command: string): Promise<void>;
  /** Ends all shells, as closed windows would. */
  stop(): Promise<void>;
}

/** The logs of the engine's containers. */
export interface LogsPort {
  /**
   * Tells a container's last lines, each that follows (in batches, some twenty a second at most), and what becomes of the
   * container: one that is started again, or made anew under the same name, is followed on. Resolves once `signal` has
   * aborted; never rejects.
   */
  follow(container: LogTarget, signal: AbortSignal, tell: (news: LogNews) => void): Promise<void>;
}

/** The reference solutions, run one command at a time. */
export interface TourPort {
  /** What is on the engine where the solution would go. */
  look(challenge: Challenge, signal: AbortSignal): Promise<TourGround>;
  /** Runs one command of the solution, in the solution's folder, labelled as `lab up` does. Never throws. */
  run(
    challenge: Challenge,
    command: string,
    options: { readonly language: Language; readonly signal: AbortSignal; readonly output: (text: string) => void },
  ): Promise<TourEnd>;
  /** Removes what the tour or `lab up` made, and nothing else; names what was removed. */
  remove(challenge: Challenge, signal: AbortSignal): Promise<readonly TourThing[]>;
}

/** Where it is kept what was learned of the learner. */
export interface ProgressPort {
  /** Adds what was learned to what is saved. Tells what is saved then, and what is wrong with that; never rejects. */
  save(learned: Progress): Promise<Kept>;
}
