import { EventEmitter } from 'node:events';
import { createKeyRouter, type KeySinks } from './keys/key-router.ts';

/** How long the rest of a key may take to come, before what is there is taken for a key of its own. */
const keyMs = 25;

/** Keys on their way from the terminal: some of them to Ink, by a standard input of its own. */
export interface RoutedInput {
  /** For Ink, in place of the terminal's. */
  readonly stdin: NodeJS.ReadStream;
  /** Reads no more. */
  close(): void;
}

/** Reads the terminal's keys, and gives each to whoever has the keys right then. */
export function routeInput(terminal: NodeJS.ReadStream, sinks: Omit<KeySinks, 'toLab'>): RoutedInput {
  const stdin = new LabInput(terminal);
  const router = createKeyRouter({
    isShell: () => sinks.isShell(),
    toLab: keys => stdin.feed(keys),
    toShell: keys => sinks.toShell(keys),
    leaveShell: () => sinks.leaveShell(),
  });
  let waiting: NodeJS.Timeout | undefined;
  const read = (text: string) => {
    clearTimeout(waiting);
    router.push(text);
    if (router.isWaiting) waiting = setTimeout(() => router.flush(), keyMs);
  };
  // Characters that come in two pieces are put together by the stream.
  terminal.setEncoding('utf8');
  terminal.on('data', read);
  terminal.pause();
  return {
    // Ink wants Node's own kind of stream, and uses of it what this one has.
    stdin: stdin as unknown as NodeJS.ReadStream,
    close: () => {
      clearTimeout(waiting);
      terminal.off('data', read);
      terminal.pause();
    },
  };
}

/**
 * A standard input that is read while it is fed: when `feed` returns, the key has done its work. A stream would let Ink
 * read it later, and the next key would go astray where this one has moved the keys.
 */
class LabInput extends EventEmitter {
  readonly isTTY = true;
  readonly #terminal: NodeJS.ReadStream;
  #unread = '';

  constructor(terminal: NodeJS.ReadStream) {
    super();
    this.#terminal = terminal;
  }

  feed(keys: string): void {
    this.#unread += keys;
    this.emit('readable');
  }

  read(): string | null {
    const keys = this.#unread;
    this.#unread = '';
    return keys === '' ? null : keys;
  }

  setEncoding(): this {
    return this;
  }

  /** Ink wants keys, or gives the terminal to somebody else for a while. */
  setRawMode(mode: boolean): this {
    this.#terminal.setRawMode(mode);
    if (mode) this.#terminal.resume();
    else this.#terminal.pause();
    return this;
  }

  ref(): this {
    this.#terminal.ref();
    return this;
  }

  unref(): this {
    this.#terminal.unref();
    return this;
  }
}
