import { write } from 'node:fs';
import { Writable } from 'node:stream';

/** What is asked of the terminal itself: its size, and to be told when that changes. */
export interface TerminalSize {
  readonly columns?: number;
  readonly rows?: number;
  on(event: 'resize', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}

/** Hands bytes to the terminal, and says how many it took. */
export type WriteBytes = (bytes: Buffer) => Promise<number>;

/** A terminal that says no for a moment is asked again after so many milliseconds. */
const retryDelayMs = 10;

/**
 * The terminal as the screen writes to it. Node's own stream for a terminal holds up the whole program while a slow one
 * takes its time; here the bytes go on a thread, and `isBusy` says that the last frame is still on its way.
 * `onGone` is told once, where the terminal is no longer there; what is written then is dropped.
 */
export class ScreenOutput extends Writable {
  readonly isTTY = true;
  /** Bytes handed to the terminal so far. */
  bytes = 0;
  /** True while the screen has the terminal's second page, which has to be left again. */
  isFullScreen = false;
  private readonly size: TerminalSize;
  private readonly hand: WriteBytes;
  private readonly onGone: () => void;
  private readonly resized = () => this.emit('resize');
  private readonly closing = Promise.withResolvers<void>();
  private gone = false;

  constructor(size: TerminalSize, hand: WriteBytes, onGone: () => void) {
    super({ decodeStrings: false, highWaterMark: 64 * 1024 });
    this.size = size;
    this.hand = hand;
    this.onGone = onGone;
    size.on('resize', this.resized);
  }

  get columns(): number {
    return this.size.columns || 80;
  }

  get rows(): number {
    return this.size.rows || 24;
  }

  /** True while something written has not reached the terminal. */
  get isBusy(): boolean {
    return this.writableLength > 0;
  }

  /** Calls the listener each time all that was written has reached the terminal; returns how to stop that. */
  whenIdle(listener: () => void): () => void {
    this.on('idle', listener);
    return () => this.off('idle', listener);
  }

  /** Nothing is written any more, nothing is waited for, and the terminal's size is no longer followed. */
  close(): void {
    this.gone = true;
    this.closing.resolve();
    this.size.off('resize', this.resized);
  }

  override _write(chunk: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.send([String(chunk)], done);
  }

  override _writev(chunks: { chunk: string | Buffer }[], done: () => void): void {
    this.send(
      chunks.map(({ chunk }) => String(chunk)),
      done,
    );
  }

  private send(texts: readonly string[], done: () => void): void {
    const text = texts.join('');
    this.isFullScreen = isFullScreenAfter(text, this.isFullScreen);
    void this.handAll(Buffer.from(shorter(text))).then(() => {
      done();
      if (!this.isBusy) this.emit('idle');
    });
  }

  private async handAll(bytes: Buffer): Promise<void> {
    let left = bytes;
    while (left.length > 0 && !this.gone) {
      try {
        const taken = await Promise.race([this.hand(left), this.closing.promise.then(() => 0)]);
        this.bytes += taken;
        left = left.subarray(taken);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EAGAIN')
          await new Promise(tell => setTimeout(tell, retryDelayMs));
        else if (!this.gone) {
          this.close();
          this.onGone();
        }
      }
    }
  }
}

/** `?1049` takes and leaves the second page: the last one of them counts. */
function isFullScreenAfter(text: string, before: boolean): boolean {
  const entered = text.lastIndexOf('\u001b[?1049h');
  const left = text.lastIndexOf('\u001b[?1049l');
  return entered === left ? before : entered > left;
}

/** Writes to a file descriptor, on one of Node's threads. */
export function writeTo(descriptor: number): WriteBytes {
  return bytes =>
    new Promise((resolve, reject) => {
      write(descriptor, bytes, (error, taken) => (error === null ? resolve(taken) : reject(error)));
    });
}

/** Ink goes to the next line once for each line that stays as it is: that is most of a small change on a slow line. */
export function shorter(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences of a terminal begin with one.
  return text.replaceAll(/(?:\u001b\[E){2,}/g, lines => `\u001b[${lines.length / 3}E`);
}
