import { writeSync } from 'node:fs';

/** What a pseudo-terminal of node-pty has, beside what its types tell of. */
interface Master {
  readonly fd?: number;
  readonly _socket?: { readonly destroyed: boolean };
}

/** How soon a program that reads nothing is tried again. */
const retryDelayMs = 5;

/**
 * Writes to a program as fast as it reads, and never waits for it: node-pty would, and where the program waits for us to
 * read what it echoes of a long paste, for ever.
 */
export class PtyInput {
  readonly #master: Master;
  #queue: Buffer[] = [];
  #waiting: NodeJS.Timeout | undefined;

  constructor(master: object) {
    this.#master = master;
  }

  write(keys: string): void {
    this.#queue.push(Buffer.from(keys));
    if (this.#waiting === undefined) this.#pump();
  }

  /** What has not been read by now will not be. */
  close(): void {
    clearTimeout(this.#waiting);
    this.#queue = [];
  }

  #pump(): void {
    this.#waiting = undefined;
    const { fd, _socket: socket } = this.#master;
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      // Once it is closed, its number may belong to another file.
      const isOpen = fd !== undefined && socket !== undefined && !socket.destroyed;
      const written = isOpen ? tryToWrite(fd, next) : undefined;
      if (written === undefined) {
        this.close();
        return;
      }
      if (written < next.length) this.#queue[0] = next.subarray(written);
      else this.#queue.shift();
      if (written === 0) {
        this.#waiting = setTimeout(() => this.#pump(), retryDelayMs);
        return;
      }
    }
  }
}

/** How many bytes were taken; `undefined` if there is nobody to take any. */
function tryToWrite(fd: number, bytes: Buffer): number | undefined {
  try {
    return writeSync(fd, bytes);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? 0 : undefined;
  }
}
