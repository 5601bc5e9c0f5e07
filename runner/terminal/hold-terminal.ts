import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { isatty, type ReadStream, type WriteStream } from 'node:tty';
import { writeCrashFile } from './crash-file.ts';
import { ScreenOutput, writeTo } from './screen-output.ts';
import type { ScreenTerminal } from './screen-terminal.ts';
import { type StrayFile, takeStrayOutput } from './stray-output.ts';
import { tradePlaces } from './trade-places.ts';

/** The process's streams, and whom to tell what. */
export interface TerminalParts {
  readonly input: ReadStream;
  readonly output: WriteStream & { readonly fd: number };
  readonly errors: WriteStream;
  /** What anybody but the screen writes. */
  readonly strays: StrayFile;
  /** Where the details of a crash are written. */
  readonly crashes: string;
  /** Of the lab. */
  readonly version: string;
  /** The terminal's kind: TERM. */
  readonly term: string;
  /** The terminal is no longer there: its window was closed, or its line was cut. */
  onGone(): void;
}

/** What brings any terminal back: the update that was under way is shown, pasting is as usual, the second page is left. */
const asItWas = (isFullScreen: boolean) => `\u001b[?2026l\u001b[?2004l${isFullScreen ? '\u001b[?1049l' : ''}${plain}`;
/** The cursor can be seen, and letters are as usual. */
const plain = '\u001b[?25h\u001b[0m';

/** A terminal that takes nothing does not keep us for longer than this. */
const lastWordsMs = 2_000;

/**
 * Takes the terminal for the screen. Until `release`, nothing else gets onto it, what is thrown and not caught is told by
 * `failed`, and however the process ends, the terminal is as it was.
 */
export function holdTerminal(parts: TerminalParts): ScreenTerminal {
  const { input, output, errors, strays, crashes, version, term, onGone } = parts;
  const failed = new AbortController();
  const descriptor = openAnew(output.fd);
  const screen = new ScreenOutput(output, writeTo(descriptor), onGone);
  const fail = (error: unknown) => {
    if (isOfTerminal(error) && !isatty(output.fd)) return onGone();
    if (failed.signal.aborted) strays.keep(`${traceOf(error)}\n`);
    else failed.abort(error);
  };
  const inputEnded = () => onGone();
  const atExit = () => {
    // What Ink still writes now would come too late.
    screen.close();
    try {
      writeSync(descriptor, asItWas(screen.isFullScreen));
      input.setRawMode(false);
    } catch {
      // It is gone, or takes nothing: there is nobody left to do it for.
    }
  };
  const giveBackStreams = takeStrayOutput([output, errors], text => strays.keep(text));
  // Before the first frame: a key that comes earlier would be changed, or echoed, by the terminal's line editing.
  input.setRawMode(true);
  input.on('error', inputEnded).on('end', inputEnded).on('close', inputEnded);
  const forgetFatal = onFatalSignal(atExit);
  process.on('uncaughtException', fail).on('unhandledRejection', fail).on('exit', atExit);
  const places = tradePlaces();

  let released = false;
  return {
    input,
    // Ink wants Node's own kind of stream, and uses of it what this one has.
    output: screen as unknown as NodeJS.WriteStream,
    isBusy: () => screen.isBusy,
    whenIdle: listener => screen.whenIdle(listener),
    failed: failed.signal,
    whenStopped: suspend =>
      places.whenStopped(async () => {
        const takeAgain = await suspend();
        await lastWords(screen);
        return takeAgain;
      }),
    writeDown: error =>
      writeCrashFile(crashes, {
        ...{ error, version, term, strays: strays.last },
        at: new Date(),
        size: { columns: screen.columns, rows: screen.rows },
      }),
    release: async () => {
      if (released) return;
      released = true;
      places.stop();
      await lastWords(screen);
      screen.close();
      if (descriptor !== output.fd) closeSync(descriptor);
      input.off('error', inputEnded).off('end', inputEnded).off('close', inputEnded);
      // A window that is closed right now is no crash any more.
      input.on('error', () => {});
      if (!input.destroyed) input.setRawMode(false);
      forgetFatal();
      process.off('uncaughtException', fail).off('unhandledRejection', fail).off('exit', atExit);
      giveBackStreams();
    },
  };
}

/**
 * The same terminal, opened in such a way that it says when it can take no more: a thread that waits for it could keep the
 * process from ending. Where it cannot be opened (it is another user's), it is used as it is.
 */
function openAnew(descriptor: number): number {
  const path = process.platform === 'linux' ? `/proc/self/fd/${descriptor}` : '/dev/tty';
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return descriptor;
  }
}

async function lastWords(screen: ScreenOutput): Promise<void> {
  if (!screen.isBusy) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, lastWordsMs);
  const forget = screen.whenIdle(resolve);
  await promise;
  clearTimeout(timer);
  forget();
}

/** Signals that end the process at once, and that nobody else listens to: the terminal is put in order first. */
function onFatalSignal(listener: () => void): () => void {
  const leave = (['SIGQUIT', 'SIGALRM', 'SIGXCPU'] as const).map(signal => {
    const end = () => {
      listener();
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    };
    process.on(signal, end);
    return () => process.off(signal, end);
  });
  return () => {
    for (const one of leave) one();
  };
}

/** A terminal that is gone is told of by errors on its streams, wherever these come up. */
function isOfTerminal(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return (
    (code === 'EIO' || code === 'EPIPE') && (syscall === 'read' || syscall === 'write' || syscall === 'setRawMode')
  );
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
