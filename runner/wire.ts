import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../challenges/catalogue.ts';
import manifest from '../package.json' with { type: 'json' };
import { asTyped, invocationOf } from './app/invocation.ts';
import type { ConnectedEngine, ConnectOptions, Lab, Output } from './app/lab.ts';
import type { Language } from './base/language.ts';
import type { Globals } from './cli/parse/globals.ts';
import { outputOf } from './output.ts';
import { FileProgress } from './progress/file-progress.ts';
import { crashFolder, journalFolder, progressFolder, strayOutputFile } from './progress/state-folder.ts';
import type { ScreenTerminal } from './terminal/screen-terminal.ts';
import { gradingOf } from './wiring/grading.ts';

/** The lab's ports as real things, and how to let go of them. */
export interface Wiring extends AsyncDisposable {
  readonly lab: Lab;
  /** Puts right what a `lab` that was killed has left disturbed, where there is such a thing and its engine answers. */
  putRight(): Promise<void>;
}

/** What to do when whoever reads what we write has gone. */
export interface Gone {
  /** The other end of a pipe. */
  reader(): void;
  /** The terminal that the screen is on. */
  terminal(): void;
}

/** Makes the real adapters, here and nowhere else. The engine is looked for only when a command asks for it. */
export function wire(
  { language, languageIsAsked, noColour, screenReader }: Globals,
  signal: AbortSignal,
  gone: Gone,
): Wiring {
  const env = process.env;
  const out = outputOf(process.stdout, env, noColour, gone.reader);
  const invocation = invocationOf(env);
  const err = typed(
    outputOf(process.stderr, env, noColour, () => {}),
    invocation,
  );
  const confirm = (question: string) => ask(question, language, signal);
  let connected: Promise<ConnectedEngine> | undefined;
  const given: ConnectedEngine[] = [];
  const lab: Lab = {
    language,
    languageIsAsked,
    screenReader,
    out,
    err,
    interactive: process.stdin.isTTY === true,
    env,
    cwd: process.cwd(),
    invocation,
    // `runner/` in the sources and `dist/` in the bundle are both one folder below it.
    root: fileURLToPath(new URL('..', import.meta.url)),
    challenges: catalogue,
    signal,
    progress: new FileProgress(progressFolder(env, homedir())),
    get grading() {
      return gradingOf(lab);
    },
    openShell: async (...start) => (await import('./shell/pty-shell.ts')).openPtyShell(...start),
    readInput: async () => (await import('node:stream/consumers')).text(process.stdin),
    confirm,
    holdTerminal: () => hold(env, gone.terminal),
    connect: (options = {}) => {
      if (connected !== undefined && !options.anew) return connected;
      const made = connect(lab, options);
      connected = made;
      made.then(
        one => given.push(one),
        () => {
          if (connected === made) connected = undefined;
        },
      );
      return made;
    },
  };
  return {
    lab,
    putRight: async () => {
      // Connecting does it. An engine that does not answer is told by the command that needs it.
      if (hasEntries(journalFolder(env, homedir()))) await lab.connect({ provide: false }).catch(() => {});
    },
    [Symbol.asyncDispose]: async () => {
      // A connection that failed has told why already.
      await connected?.catch(() => {});
      for (const { engine } of given) await engine[Symbol.asyncDispose]();
    },
  };
}

/** The lab's own commands come out as they can be typed here. */
function typed(output: Output, invocation: string): Output {
  return {
    ...output,
    write: text => output.write(asTyped(text, invocation)),
    get columns() {
      return output.columns;
    },
  };
}

function hasEntries(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}

async function connect(lab: Lab, options: ConnectOptions): Promise<ConnectedEngine> {
  const [{ ensureEngine }, { openEngine }, { isDead, sweepDeadSessions }, { FileJournal }, { putOutageRight }] =
    await Promise.all([
      import('./setup/provide-engine.ts'),
      import('./engine/dockerode/dockerode-engine.ts'),
      import('./engine/sessions.ts'),
      import('./engine/journal.ts'),
      import('./probes/outage-lock.ts'),
    ]);
  const found = await ensureEngine({
    env: lab.env,
    home: homedir(),
    interactive: lab.interactive,
    say: options.say ?? (text => lab.err.write(`${text}\n`)),
    confirm: options.confirm ?? lab.confirm,
    language: options.language ?? lab.language,
    signal: options.signal ?? lab.signal,
    provide: options.provide ?? true,
  });
  const engine = openEngine(found);
  const journal = new FileJournal(journalFolder(lab.env, homedir()));
  // Before the sweep, which removes what the second one goes by.
  await Promise.all([journal.putRight(engine), putOutageRight(engine, isDead, options.signal ?? lab.signal)]);
  await sweepDeadSessions(engine);
  return { engine, source: found.source, journal };
}

async function hold(env: Lab['env'], onGone: () => void): Promise<ScreenTerminal> {
  const [{ holdTerminal }, { StrayFile }] = await Promise.all([
    import('./terminal/hold-terminal.ts'),
    import('./terminal/stray-output.ts'),
  ]);
  return holdTerminal({
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    strays: new StrayFile(strayOutputFile(env, homedir())),
    crashes: crashFolder(env, homedir()),
    version: manifest.version,
    term: env.TERM ?? '',
    onGone,
  });
}

/** A yes-or-no question on standard error, so that standard output stays what was asked for. No answer means no. */
async function ask(question: string, language: Language, signal: AbortSignal): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const closed = new Promise<string>(resolve => terminal.once('close', () => resolve('')));
    // readline takes Ctrl-C for itself while it asks.
    terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const answer = await Promise.race([terminal.question(`${question} `, { signal }), closed]);
    return (language === 'pt-BR' ? /^\s*(s|sim|y|yes)\s*$/i : /^\s*(y|yes)\s*$/i).test(answer);
  } finally {
    terminal.close();
  }
}
