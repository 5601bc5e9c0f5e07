import type { WriteStream } from 'node:tty';
import type { Output } from './app/lab.ts';

/**
 * A standard stream as the lab's output. Where the reader goes away (`lab list | head -1`) the rest is dropped in
 * silence, and `onClosed` is told once.
 */
export function outputOf(
  stream: WriteStream,
  env: Readonly<Record<string, string | undefined>>,
  noColour: boolean,
  onClosed: () => void,
): Output {
  let closed = false;
  stream.on('error', error => {
    if (!isGone((error as NodeJS.ErrnoException).code)) throw error;
    if (!closed) onClosed();
    closed = true;
  });
  const isTerminal = stream.isTTY === true;
  const goUp = (lines: number) => {
    if (!closed) stream.write(lines === 0 ? '\r' : `\r\u001b[${lines}A`);
  };
  return {
    write: text => {
      if (!closed) stream.write(isTerminal ? drawn(text) : text);
    },
    isTerminal,
    colour: !noColour && wantsColour(env, isTerminal),
    get columns() {
      return stream.columns ?? 80;
    },
    ...(isTerminal && env.TERM !== 'dumb' ? { up: goUp } : {}),
  };
}

/** Line ends and tabs; and of a terminal's own sequences those that the lab writes: colours, going home, erasing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is there to find them.
const unwanted = /(?![\t\n\r]|\u001b\[(?:[\d;]*m|H|2J|K))\p{Cc}/gu;

/** Names, logs and answers of an engine may hold anything: none of it is to set a title, or read or write a clipboard. */
function drawn(text: string): string {
  return text.replace(unwanted, '');
}

/** Terminals without colour: those that draw nothing, the first of DEC's, and those whose name ends so. */
function isMonochrome(term: string): boolean {
  return term === 'dumb' || /^vt(52|1\d\d|2[0-3]\d|3[0-3]\d|4[0-2]\d)$|-(m|mono)$/.test(term);
}

/** A pipe whose other end was closed, or a terminal whose window was. */
function isGone(code: string | undefined): boolean {
  return code === 'EPIPE' || code === 'EIO';
}

/** NO_COLOR and FORCE_COLOR as people use them: set and not empty; the one against colour wins. */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && !isMonochrome(env.TERM ?? '');
}
