import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Anything that has a `write` as a stream of Node has. */
interface Writes {
  write: NodeJS.WriteStream['write'];
}

/**
 * Takes what is written to the streams, and the process's warnings, away from the terminal for as long as the screen has
 * it: libraries and Node itself would write into the picture. Returns how to give it all back.
 */
export function takeStrayOutput(streams: readonly Writes[], keep: (text: string) => void): () => void {
  const before = streams.map(stream => stream.write);
  const instead = (chunk: unknown, encoding?: unknown, done?: unknown) => {
    keep(typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString());
    const written = typeof encoding === 'function' ? encoding : done;
    if (typeof written === 'function') process.nextTick(written);
    return true;
  };
  for (const stream of streams) stream.write = instead as Writes['write'];
  // Node's own listener writes to standard error without asking its stream.
  const warners = process.listeners('warning');
  process.removeAllListeners('warning');
  const warned = (warning: Error) => keep(`${warning.stack ?? warning.message}\n`);
  process.on('warning', warned);
  return () => {
    for (const [index, stream] of streams.entries()) stream.write = before[index] ?? stream.write;
    process.off('warning', warned);
    for (const warner of warners) process.on('warning', warner);
  };
}

const largest = 1_000_000;
const remembered = 4_000;

/** A file that strays are kept in. It is made when there is one, and never in anybody's way: it may fail to be written. */
export class StrayFile {
  readonly path: string;
  private text = '';

  constructor(path: string) {
    this.path = path;
  }

  /** The last of what was kept, for the report of a crash. */
  get last(): string {
    return this.text;
  }

  keep(text: string): void {
    this.text = (this.text + text).slice(-remembered);
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      if ((statSync(this.path, { throwIfNoEntry: false })?.size ?? 0) > largest)
        renameSync(this.path, `${this.path}.old`);
      appendFileSync(this.path, text);
    } catch {
      // Nobody is to see less of the screen because of this.
    }
  }
}
