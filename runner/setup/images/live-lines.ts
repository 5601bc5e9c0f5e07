/** Where progress is shown. */
export interface LiveOutput {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Of the terminal. */
  readonly columns: number;
}

export interface LiveLines extends Disposable {
  /** Shows a line; in a terminal, the seconds since are counted beside it until the next one comes. */
  say(line: string): void;
}

/** Seconds are shown from this many on: a counter that flickers by says nothing. */
const firstSecond = 2;

/** Progress as lines of text, and in a terminal as lines that show that something is still going on. */
export function liveLines(output: LiveOutput): LiveLines {
  if (!output.isTerminal) return { say: line => output.write(`${line}\n`), [Symbol.dispose]: () => undefined };
  let current = '';
  let since = 0;
  const show = (end: string) => {
    const seconds = Math.floor((performance.now() - since) / 1000);
    const counted = seconds < firstSecond ? current : `${current} (${seconds} s)`;
    // A line that wraps could not be written over.
    const shown = end === '' ? counted.slice(0, output.columns - 1) : counted;
    output.write(`\r\u001b[K${shown}${end}`);
  };
  const timer = setInterval(() => current !== '' && show(''), 1_000);
  timer.unref();
  const close = () => {
    if (current !== '') show('\n');
    current = '';
  };
  return {
    say: line => {
      close();
      [current, since] = [line, performance.now()];
      show('');
    },
    [Symbol.dispose]: () => {
      clearInterval(timer);
      close();
    },
  };
}
