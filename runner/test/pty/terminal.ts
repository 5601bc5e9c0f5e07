import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import type { Cell } from '../pictures/svg.ts';

/** A program in a terminal of its own, as a person would see it. Disposing of it ends the program. */
export interface TestTerminal extends AsyncDisposable {
  /** The rows of the screen, without the spaces at their ends. */
  rows(): string[];
  /** True while the program has taken the whole screen for itself (the alternate screen). */
  isFullScreen(): boolean;
  /** True while the cursor can be seen. */
  cursorIsShown(): boolean;
  /** True while what is pasted comes in brackets, which plain programs would take for text. */
  bracketsPastes(): boolean;
  /** The numbers of the colours of the text and its background on the screen; empty where all is in the usual ones. */
  colours(): number[];
  /** Every cell of the screen, row by row: for pictures. */
  cells(): Cell[][];
  /** Waits until the screen, as one text, matches; fails with the screen in the message. */
  sees(what: string | RegExp, deadlineMs?: number): Promise<void>;
  /** Waits until it no longer does. */
  loses(what: string | RegExp, deadlineMs?: number): Promise<void>;
  /** Types: `\r` is Enter, `\u001b` is Esc, `\u0003` is Ctrl-C. */
  type(keys: string): void;
  resize(columns: number, rows: number): void;
  /** Goes away as a closed window does: the program has no terminal any more, and how it ends cannot be seen. */
  hangUp(): void;
  /** The program that was started; signals go to it. */
  readonly pid: number;
  /** Waits for the program's end and says its exit code. */
  ends(deadlineMs?: number): Promise<number>;
}

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** Beside what the tests' own environment has; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const usualDeadlineMs = 30_000;
/** DECTCEM: whether the cursor can be seen. */
const cursorMode = 25;
/** Set while a frame is being written: terminals then go on showing the one before it. */
const frameMode = 2026;

export function openTerminal(command: readonly [string, ...string[]], options: TerminalOptions = {}): TestTerminal {
  const { columns = 80, rows = 24, cwd = process.cwd() } = options;
  const [file, ...args] = command;
  const env: Record<string, string | undefined> = { ...process.env, TERM: 'xterm-256color', ...options.env };
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  const program = spawn(file, args, {
    name: env.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: definedOnly(env),
  });

  let exitCode: number | undefined;
  let isGone = false;
  let cursor = true;
  let frameBefore: string[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  for (const [final, shown] of [
    ['h', true],
    ['l', false],
  ] as const) {
    screen.parser.registerCsiHandler({ prefix: '?', final }, params => {
      if (params.includes(cursorMode)) cursor = shown;
      if (shown && params.includes(frameMode)) frameBefore = drawnRows();
      return false;
    });
  }
  program.onData(data => screen.write(data, changed));
  program.onExit(event => {
    // What was written last is still on its way to the screen.
    screen.write('', () => {
      exitCode = event.signal ? 128 + event.signal : event.exitCode;
      changed();
    });
  });

  // Half a frame is nothing that a person sees: it comes in as many pieces as the machine likes.
  const readRows = () => (screen.modes.synchronizedOutputMode && exitCode === undefined ? frameBefore : drawnRows());
  const drawnRows = () => {
    const { active } = screen.buffer;
    return Array.from(
      { length: screen.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    );
  };
  const until = (holds: () => boolean, what: string, deadlineMs: number) =>
    new Promise<void>((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        listeners.delete(check);
        settle();
      };
      const check = () => {
        if (holds()) finish(resolve);
      };
      const timer = setTimeout(
        () =>
          finish(() =>
            reject(new Error(`waited ${deadlineMs} ms for ${what}; the screen shows:\n${readRows().join('\n')}`)),
          ),
        deadlineMs,
      );
      listeners.add(check);
      check();
    });
  const matches = (what: string | RegExp) => {
    const text = readRows().join('\n');
    return typeof what === 'string' ? text.includes(what) : what.test(text);
  };

  return {
    pid: program.pid,
    rows: readRows,
    isFullScreen: () => screen.buffer.active.type === 'alternate',
    cursorIsShown: () => cursor,
    bracketsPastes: () => screen.modes.bracketedPasteMode,
    colours: () => coloursOf(screen),
    cells: () => cellsOf(screen),
    sees: (what, deadlineMs = usualDeadlineMs) => until(() => matches(what), `${what} to appear`, deadlineMs),
    loses: (what, deadlineMs = usualDeadlineMs) => until(() => !matches(what), `${what} to go`, deadlineMs),
    type: keys => program.write(keys),
    resize: (toColumns, toRows) => {
      screen.resize(toColumns, toRows);
      program.resize(toColumns, toRows);
    },
    hangUp: () => {
      isGone = true;
      // It is there, and not among the types.
      (program as typeof program & { destroy(): void }).destroy();
    },
    ends: async (deadlineMs = usualDeadlineMs) => {
      await until(() => exitCode !== undefined, 'the program to end', deadlineMs);
      return exitCode ?? -1;
    },
    [Symbol.asyncDispose]: async () => {
      if (exitCode === undefined && !isGone) {
        program.kill('SIGKILL');
        await until(() => exitCode !== undefined, 'the program to end after SIGKILL', usualDeadlineMs);
      }
      screen.dispose();
    },
  };
}

function coloursOf(screen: InstanceType<typeof xterm.Terminal>): number[] {
  const { active } = screen.buffer;
  const found = new Set<number>();
  for (let row = 0; row < screen.rows; row += 1) {
    for (let column = 0; column < screen.cols; column += 1) {
      const cell = active.getLine(active.viewportY + row)?.getCell(column);
      if (cell && !cell.isFgDefault()) found.add(cell.getFgColor());
      if (cell && !cell.isBgDefault()) found.add(cell.getBgColor());
    }
  }
  return [...found].sort((a, b) => a - b);
}

function cellsOf(screen: InstanceType<typeof xterm.Terminal>): Cell[][] {
  const { active } = screen.buffer;
  const line = (row: number) => active.getLine(active.viewportY + row);
  return Array.from({ length: screen.rows }, (_, row) =>
    Array.from({ length: screen.cols }, (_, column) => {
      const cell = line(row)?.getCell(column);
      const colour = (isDefault?: boolean, isRgb?: boolean, value = 0) =>
        isDefault !== false ? undefined : isRgb ? `#${value.toString(16).padStart(6, '0')}` : value;
      return {
        text: cell?.getWidth() === 0 ? '' : cell?.getChars() || ' ',
        foreground: colour(cell?.isFgDefault(), cell?.isFgRGB(), cell?.getFgColor()),
        background: colour(cell?.isBgDefault(), cell?.isBgRGB(), cell?.getBgColor()),
        bold: cell?.isBold() !== 0 && cell !== undefined,
        dim: cell?.isDim() !== 0 && cell !== undefined,
        italic: cell?.isItalic() !== 0 && cell !== undefined,
        underline: cell?.isUnderline() !== 0 && cell !== undefined,
        inverse: cell?.isInverse() !== 0 && cell !== undefined,
      };
    }),
  );
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
