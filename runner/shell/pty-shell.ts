import { setTimeout as delay } from 'node:timers/promises';
import type { Terminal } from '@xterm/headless';
import { foregroundGroup, signalGroup } from './process-group.ts';
import { keysForCommand, keysForProgram, splitScrolling } from './program-keys.ts';
import { PtyInput } from './pty-input.ts';
import { cursorPlace, screenLines } from './screen-lines.ts';
import type { OpenShell, ShellSession, ShellSize, ShellSnapshot } from './shell.ts';
import { atMostEvery } from './throttle.ts';
import { openVirtualTerminal } from './virtual-terminal.ts';

/** How often the screen is told, at most, while a program writes without end. */
const snapshotMs = 33;
/** A program that has been started or has ended without a word is noticed after this long. */
const settleMs = 120;
/** After this long without output, a shell is taken to wait for a command. */
const quietMs = 100;
/** How long a shell that was just opened may take to its first prompt, and one that is open to end a command. */
const readyMs = { first: 4000, later: 400 };
/** What does not end with its terminal is killed after this. */
const hangUpMs = 1000;
/** Unread output: beyond the first the program has to wait, below the second it goes on. In characters. */
const flow = { high: 200_000, low: 20_000 };

/** A shell on a pseudo-terminal. The libraries that it needs are loaded with the first one. */
export const openPtyShell: OpenShell = async (start, listener) => {
  const [{ spawn }, terminal] = await Promise.all([import('@lydell/node-pty'), openVirtualTerminal(start.size)]);
  const program = spawn(start.file, [], {
    name: 'xterm-256color',
    cols: start.size.columns,
    rows: start.size.rows,
    cwd: start.folder,
    env: start.env,
  });
  terminal.write(`\u001b[2m${start.greeting}\u001b[0m`);
  return new PtyShell(program, terminal, listener);
};

type Program = ReturnType<typeof import('@lydell/node-pty').spawn>;

class PtyShell implements ShellSession {
  readonly #program: Program;
  readonly #input: PtyInput;
  readonly #terminal: Terminal;
  readonly #ended = Promise.withResolvers<void>();
  readonly #listener: (snapshot: ShellSnapshot) => void;
  readonly #tell: () => void;
  #exitCode: number | undefined;
  #lastOutputAt: number | undefined;
  #unread = 0;
  #cursorHidden = false;
  /** True once it has waited for a command. */
  #hasWaited = false;
  #settling: NodeJS.Timeout | undefined;
  /** True if something has happened since it was last decided to wait. */
  #isUnsettled = false;
  /** As it was when last looked at: looking is not for nothing. */
  #busy = false;

  constructor(program: Program, terminal: Terminal, listener: (snapshot: ShellSnapshot) => void) {
    this.#program = program;
    this.#input = new PtyInput(program);
    this.#terminal = terminal;
    this.#listener = listener;
    this.#tell = atMostEvery(snapshotMs, () => listener(this.#snapshot()));
    for (const [final, hidden] of [
      ['h', false],
      ['l', true],
    ] as const) {
      terminal.parser.registerCsiHandler({ prefix: '?', final }, params => {
        if (params.includes(25)) this.#cursorHidden = hidden;
        return false;
      });
    }
    // Programs ask their terminal what it is and where the cursor stands, and wait for an answer.
    terminal.onData(answer => this.#send(answer));
    program.onData(output => this.#show(output));
    program.onExit(({ exitCode, signal }) => {
      terminal.write('', () => {
        this.#exitCode = signal ? 128 + signal : exitCode;
        clearTimeout(this.#settling);
        this.#input.close();
        this.#tell();
        this.#ended.resolve();
      });
    });
  }

  write(keys: string): void {
    for (const part of splitScrolling(keys)) {
      if (typeof part === 'number' && this.#terminal.buffer.active.type === 'normal') {
        this.#terminal.scrollLines(part * Math.max(1, this.#terminal.rows - 1));
        this.#tell();
      } else if (typeof part === 'string') {
        if (this.#scrolledBack() > 0) {
          this.#terminal.scrollToBottom();
          this.#tell();
        }
        this.#send(keysForProgram(part, this.#terminal.modes));
      }
    }
    this.#settle();
  }

  resize({ columns, rows }: ShellSize): void {
    const { cols: before, rows: rowsBefore } = this.#terminal;
    if (this.#exitCode !== undefined || (columns === before && rows === rowsBefore)) return;
    this.#terminal.resize(columns, rows);
    this.#program.resize(columns, rows);
    this.#tell();
  }

  look(): void {
    const busy = this.#isBusy();
    this.#isWaiting(busy);
    if (busy === this.#busy || this.#exitCode !== undefined) return;
    this.#busy = busy;
    this.#listener(this.#snapshot());
  }

  async type(command: string): Promise<boolean> {
    const patience = this.#hasWaited || this.#isBusy() ? readyMs.later : readyMs.first;
    const deadline = performance.now() + patience;
    while (!this.#isWaiting() && performance.now() < deadline && this.#exitCode === undefined) await delay(20);
    if (this.#isBusy() || this.#exitCode !== undefined) return false;
    this.#terminal.scrollToBottom();
    this.#send(keysForCommand(command, this.#terminal.modes));
    this.#settle();
    return true;
  }

  async stop(): Promise<void> {
    if (this.#exitCode !== undefined) return;
    const shell = this.#program.pid;
    const groups = [...new Set([foregroundGroup(shell) ?? shell, shell])];
    const deadline = performance.now() + hangUpMs;
    for (const group of groups) {
      signalGroup(group, 'SIGHUP');
      // What is stopped hears nothing else before it goes on.
      signalGroup(group, 'SIGCONT');
    }
    await Promise.race([this.#ended.promise, delay(hangUpMs, undefined, { ref: false })]);
    const left = () => groups.filter(group => signalGroup(group, 0));
    while (left().length > 0 && performance.now() < deadline) await delay(20);
    for (const group of left()) signalGroup(group, 'SIGKILL');
    await Promise.race([this.#ended.promise, delay(hangUpMs, undefined, { ref: false })]);
  }

  #send(keys: string): void {
    if (this.#exitCode === undefined && keys !== '') this.#input.write(keys);
  }

  #show(output: string): void {
    this.#lastOutputAt = performance.now();
    this.#unread += output.length;
    if (this.#unread > flow.high) this.#program.pause();
    this.#terminal.write(output, () => {
      const before = this.#unread;
      this.#unread -= output.length;
      if (before > flow.low && this.#unread <= flow.low) this.#program.resume();
      this.#tell();
      this.#settle();
    });
  }

  #settle(): void {
    if (this.#exitCode !== undefined) return;
    this.#isUnsettled = this.#settling !== undefined;
    this.#settling ??= setTimeout(() => this.#settled(), settleMs).unref();
  }

  /** What is in the foreground may have changed without a word; and it is time to see whether it waits. */
  #settled(): void {
    this.#settling = undefined;
    this.look();
    if (this.#isUnsettled) this.#settle();
  }

  #isBusy(): boolean {
    const group = foregroundGroup(this.#program.pid);
    return this.#exitCode === undefined && group !== undefined && group !== this.#program.pid;
  }

  #isWaiting(busy = this.#isBusy()): boolean {
    const quiet = this.#lastOutputAt !== undefined && performance.now() - this.#lastOutputAt >= quietMs;
    const waiting = quiet && !busy;
    this.#hasWaited ||= waiting;
    return waiting;
  }

  #scrolledBack(): number {
    const { active } = this.#terminal.buffer;
    return active.baseY - active.viewportY;
  }

  #snapshot(): ShellSnapshot {
    return {
      rows: screenLines(this.#terminal),
      cursor: this.#cursorHidden || this.#exitCode !== undefined ? undefined : cursorPlace(this.#terminal),
      scrolledBack: this.#scrolledBack(),
      busy: this.#exitCode === undefined && this.#busy,
      ended: this.#exitCode,
    };
  }
}
