/** The process was told to stop. `exitCode` is what a shell would report: 128 and the signal's number. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly exitCode: number;
  constructor(signal: NodeJS.Signals, number: number) {
    super(signal);
    this.exitCode = 128 + number;
  }
}

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
type Stop = keyof typeof numbers;

/** npm passes on the Ctrl-C that the terminal has already sent to everyone: that is still the first one. */
const sameKeystrokeMs = 300;

/**
 * A signal that aborts, with an Interrupted, at the first Ctrl-C, SIGTERM or SIGHUP, so that the command stops and
 * cleans up. At the second one `exit` is called at once.
 */
export function stopSignal(exit: (code: number) => void, on = listenToProcess): AbortController {
  const controller = new AbortController();
  let first: number | undefined;
  for (const [name, number] of Object.entries(numbers) as [Stop, number][]) {
    on(name, at => {
      if (first === undefined) controller.abort(new Interrupted(name, number));
      else if (at - first > sameKeystrokeMs) exit(128 + number);
      first ??= at;
    });
  }
  return controller;
}

function listenToProcess(name: Stop, listener: (at: number) => void): void {
  process.on(name, () => listener(performance.now()));
}
